package org.ninetyten.partner.partner.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each partner of an import, in the order of the request. */
@Schema(examples = """
        {"created": 1, "unchanged": 0, "rejected": 1, "results": [
          {"externalId": "crm-4711", "partnerId": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40", "outcome": "CREATED", "errors": []},
          {"externalId": "crm-4712", "outcome": "REJECTED", "errors": [{"field": "country", "reason": "must not be null"}]}]}
        """)
public record ImportPartnersResponse(int created, int unchanged, int rejected, List<Result> results) {

    /** What became of one. */
    public record Result(
            @Nullable String externalId, @Nullable UUID partnerId, Outcome outcome, List<FieldError> errors) {}

    /** What can become of one: one that is here already stays as it is. */
    public enum Outcome {
        CREATED,
        UNCHANGED,
        REJECTED
    }

    /** What is wrong with a field. */
    public record FieldError(String field, String reason) {}

    static ImportPartnersResponse of(List<Result> results) {
        return new ImportPartnersResponse(
                count(results, Outcome.CREATED),
                count(results, Outcome.UNCHANGED),
                count(results, Outcome.REJECTED),
                results);
    }

    private static int count(List<Result> results, Outcome outcome) {
        return Math.toIntExact(
                results.stream().filter(result -> result.outcome() == outcome).count());
    }
}
