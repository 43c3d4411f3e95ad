package org.ninetyten.billing.reimbursement;

/** Tells the world of reimbursements. */
public interface ReimbursementEvents {

    /** Called in the transaction that books the payable. */
    void payable(Reimbursement reimbursement);
}
