/** Approved claims that come in, payables that go out. */
@NullMarked
package org.ninetyten.billing.reimbursement.messaging;

import org.jspecify.annotations.NullMarked;
