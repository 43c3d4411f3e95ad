package org.ninetyten.partner.partner.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.partner.ImportPartners;
import org.ninetyten.partner.partner.PartnerProfile;
import org.ninetyten.partner.partner.rest.ImportPartnersResponse.FieldError;
import org.ninetyten.partner.partner.rest.ImportPartnersResponse.Outcome;
import org.ninetyten.partner.partner.rest.ImportPartnersResponse.Result;

/** Checks the items of an import one by one, so that a bad one stops nobody else. */
@ApplicationScoped
class PartnerImport {

    private final ImportPartners importPartners;
    private final Validator validator;

    PartnerImport(ImportPartners importPartners, Validator validator) {
        this.importPartners = importPartners;
        this.validator = validator;
    }

    /** Imports what is valid and tells of each item what became of it. */
    ImportPartnersResponse importAll(List<OnboardPartnerRequest> items, String by) {
        Map<String, PartnerProfile> profiles = new LinkedHashMap<>();
        List<List<FieldError>> errors = new ArrayList<>(items.size());
        for (OnboardPartnerRequest item : items) {
            errors.add(check(item, profiles));
        }
        Map<String, ImportPartners.Imported> imported = importPartners.importAll(profiles, by);
        List<Result> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String externalId = items.get(i).externalId();
            // The second item with the same external id is a repetition, too.
            boolean first = externalId != null && errors.get(i).isEmpty() && profiles.remove(externalId) != null;
            results.add(result(externalId, errors.get(i), first, externalId == null ? null : imported.get(externalId)));
        }
        return ImportPartnersResponse.of(results);
    }

    private List<FieldError> check(OnboardPartnerRequest item, Map<String, PartnerProfile> profiles) {
        List<FieldError> errors = new ArrayList<>();
        validator
                .validate(item)
                .forEach(violation ->
                        errors.add(new FieldError(violation.getPropertyPath().toString(), violation.getMessage())));
        String externalId = item.externalId();
        if (externalId == null) {
            errors.add(new FieldError("externalId", "must be there, so that an import can be repeated"));
        }
        if (errors.isEmpty() && externalId != null) {
            try {
                profiles.putIfAbsent(externalId, item.toProfile());
            } catch (ProblemException refused) {
                errors.add(new FieldError("partner", String.valueOf(refused.getMessage())));
            }
        }
        return errors;
    }

    private static Result result(
            @Nullable String externalId,
            List<FieldError> errors,
            boolean first,
            ImportPartners.@Nullable Imported imported) {
        if (!errors.isEmpty() || imported == null) {
            return new Result(externalId, null, Outcome.REJECTED, errors);
        }
        boolean created = imported.created() && first;
        return new Result(externalId, imported.partnerId(), created ? Outcome.CREATED : Outcome.UNCHANGED, errors);
    }
}
