package org.ninetyten.leadrouting.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a lead says about who it is of, as it came in.
 *
 * @param phone in E.164 form, or as it was written: one that cannot be a number is no trait
 * @param website an address or a bare domain
 * @param country ISO 3166-1
 */
public record Traits(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String website,
        @Nullable String taxId,
        @Nullable String portalId,
        @Nullable String country,
        @Nullable String city) {}
