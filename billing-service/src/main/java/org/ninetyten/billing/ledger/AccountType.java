package org.ninetyten.billing.ledger;

/** The chart of accounts. Debits are positive, credits negative. */
public enum AccountType {
    /** What customers owe the vendor for lines that the vendor bills, without tax. */
    CUSTOMER_RECEIVABLE(false),
    /** The vendor's part of all lines. */
    VENDOR_REVENUE(false),
    /** What the vendor owes a partner. */
    PARTNER_PAYABLE(true),
    /** What a partner owes the vendor out of lines that the partner bills. */
    PARTNER_RECEIVABLE(true),
    /** Memorandum: what partners collect from customers and keep, so that the ledger shows each deal whole. */
    PARTNER_COLLECTED(false),
    /** Memorandum, the other side of it: what a partner earns without the vendor's paying it. */
    PARTNER_EARNED(true),
    /** What the vendor spends on partners' events. */
    REIMBURSEMENT_EXPENSE(false),
    /** What the vendor sets aside for refunds to come. */
    RESERVE(false),
    /** Payouts that the bank was told and has not settled. */
    BANK_CLEARING(false),
    /** What the bank has settled. */
    BANK(false),
    /** What a partner owes and the vendor gives up. */
    WRITE_OFF(false),
    /** Always zero: parts sum to the whole, so nothing is ever left over. */
    ROUNDING(false);

    private final boolean ofOnePartner;

    AccountType(boolean ofOnePartner) {
        this.ofOnePartner = ofOnePartner;
    }

    boolean ofOnePartner() {
        return ofOnePartner;
    }
}
