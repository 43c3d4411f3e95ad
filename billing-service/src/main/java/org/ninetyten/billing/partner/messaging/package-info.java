/** Feeds the partners' tiers from the events of partner-service. */
@NullMarked
package org.ninetyten.billing.partner.messaging;

import org.jspecify.annotations.NullMarked;
