package org.ninetyten.partner.partner.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Published: a company became a partner. */
record PartnerOnboarded(@JsonUnwrapped PartnerState state) {

    static final String TYPE = "org.ninetyten.partner.partner.onboarded.v1";
}
