/** What others hear of payouts. */
@NullMarked
package org.ninetyten.billing.payout.messaging;

import org.jspecify.annotations.NullMarked;
