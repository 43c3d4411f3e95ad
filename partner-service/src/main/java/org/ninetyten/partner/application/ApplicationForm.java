package org.ninetyten.partner.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.vocabulary.IncomePoint;

/** What a company fills in to become a partner. */
public record ApplicationForm(
        String legalName,
        String taxId,
        String country,
        String city,
        List<String> languages,
        List<IncomePoint> services,
        String timeZone,
        String contactName,
        String contactEmail,
        ApplicationSource source,
        @Nullable String campaign,
        @Nullable String message) {

    public ApplicationForm {
        languages = languages.stream().distinct().toList();
        services = services.stream().distinct().toList();
    }
}
