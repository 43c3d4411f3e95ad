/** Publishes reimbursements and hears that they are being paid. */
@NullMarked
package org.ninetyten.events.claim.messaging;

import org.jspecify.annotations.NullMarked;
