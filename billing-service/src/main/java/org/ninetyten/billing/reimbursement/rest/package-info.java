/** Reads of reimbursements over HTTP. */
@NullMarked
package org.ninetyten.billing.reimbursement.rest;

import org.jspecify.annotations.NullMarked;
