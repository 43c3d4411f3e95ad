package org.ninetyten.billing.ledger;

/** One side of an entry: a debit when positive, a credit when negative, in the minor units of the account's currency. */
public record Posting(Account account, long amountMinor) {}
