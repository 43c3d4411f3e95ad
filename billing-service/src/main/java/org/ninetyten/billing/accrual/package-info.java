/** What the vendor and a partner owe each other line by line, and how it moves from a calculation to a payout. */
@NullMarked
package org.ninetyten.billing.accrual;

import org.jspecify.annotations.NullMarked;
