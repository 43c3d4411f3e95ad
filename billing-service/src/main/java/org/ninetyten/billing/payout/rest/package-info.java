/** Payouts over REST. */
@NullMarked
package org.ninetyten.billing.payout.rest;

import org.jspecify.annotations.NullMarked;
