/** Disputes that go out. */
@NullMarked
package org.ninetyten.billing.dispute.messaging;

import org.jspecify.annotations.NullMarked;
