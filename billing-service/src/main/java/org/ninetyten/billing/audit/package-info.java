/** Who changed what, and why. */
@NullMarked
package org.ninetyten.billing.audit;

import org.jspecify.annotations.NullMarked;
