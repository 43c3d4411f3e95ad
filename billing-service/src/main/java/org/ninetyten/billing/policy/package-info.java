/** The numbers of paying out, by version. */
@NullMarked
package org.ninetyten.billing.policy;

import org.jspecify.annotations.NullMarked;
