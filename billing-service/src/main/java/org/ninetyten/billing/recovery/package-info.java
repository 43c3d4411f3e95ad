/** What partners were stated and owe back: taken out of their statements in parts. */
@NullMarked
package org.ninetyten.billing.recovery;

import org.jspecify.annotations.NullMarked;
