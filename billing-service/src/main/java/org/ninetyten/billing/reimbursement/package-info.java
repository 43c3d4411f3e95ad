/** Reimbursements of event costs, posted as payables. */
@NullMarked
package org.ninetyten.billing.reimbursement;

import org.jspecify.annotations.NullMarked;
