package org.ninetyten.partner.partner.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Published: a partner is suspended. */
record PartnerSuspended(@JsonUnwrapped PartnerState state, String reason) {

    static final String TYPE = "org.ninetyten.partner.partner.suspended.v1";
}
