package org.ninetyten.billing.payout.rest;

/** How many payouts of a run the caller has approved. */
record ApprovedResponse(int approved) {}
