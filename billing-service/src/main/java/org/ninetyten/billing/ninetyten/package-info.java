/** The 90/10 rule. */
@NullMarked
package org.ninetyten.billing.ninetyten;

import org.jspecify.annotations.NullMarked;
