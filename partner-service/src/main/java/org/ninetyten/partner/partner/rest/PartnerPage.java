package org.ninetyten.partner.partner.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of partners, as the API's description shows it. */
public record PartnerPage(
        List<PartnerResponse> items, @Nullable String next) {}
