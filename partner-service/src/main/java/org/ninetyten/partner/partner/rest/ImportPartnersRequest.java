package org.ninetyten.partner.partner.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Partners of an older programme, each with an external id. They are checked one by one, not all or none. */
public record ImportPartnersRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull OnboardPartnerRequest> partners) {}
