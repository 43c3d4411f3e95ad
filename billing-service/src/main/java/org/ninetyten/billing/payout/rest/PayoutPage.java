package org.ninetyten.billing.payout.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents how one page of payouts is written. */
record PayoutPage(List<PayoutResponse> items, @Nullable String next) {}
