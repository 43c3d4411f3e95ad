package org.ninetyten.partner.partner.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Published: something about a partner changed. */
record PartnerChanged(@JsonUnwrapped PartnerState state) {

    static final String TYPE = "org.ninetyten.partner.partner.changed.v1";
}
