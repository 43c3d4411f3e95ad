/** Money that leaves: drafted, approved by others, told to the bank, and followed until it has arrived. */
@NullMarked
package org.ninetyten.billing.payout;

import org.jspecify.annotations.NullMarked;
