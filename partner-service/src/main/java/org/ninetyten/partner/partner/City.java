package org.ninetyten.partner.partner;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.PlainText;

/** A city where a partner has an office, with its coordinates in degrees (WGS 84). */
public record City(
        @NotNull @PlainText @Size(max = 100) String name,
        @NotNull @CountryCode String country,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {}
