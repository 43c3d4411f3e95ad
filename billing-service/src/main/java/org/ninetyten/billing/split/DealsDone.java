package org.ninetyten.billing.split;

/** What became of so many deals of one transaction; told once, since each telling costs. */
record DealsDone(DealOutcome outcome, int count) {}
