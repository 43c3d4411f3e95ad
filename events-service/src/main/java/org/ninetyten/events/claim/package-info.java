/** Claims of hosts for half of their cost, their decision and the reimbursement. */
@NullMarked
package org.ninetyten.events.claim;

import org.jspecify.annotations.NullMarked;
