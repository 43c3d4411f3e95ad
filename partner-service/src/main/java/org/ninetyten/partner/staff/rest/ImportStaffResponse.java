package org.ninetyten.partner.staff.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each person of an import, in the order of the request. */
@Schema(examples = """
        {"created": 1, "unchanged": 0, "rejected": 1, "results": [
          {"externalId": "crm-4711-1", "staffId": "01994d3a-7c11-7c02-8d4f-1b2a3c4d5e6f", "outcome": "CREATED", "errors": []},
          {"externalId": "crm-4711-2", "outcome": "REJECTED", "errors": [{"field": "email", "reason": "must not be null"}]}]}
        """)
public record ImportStaffResponse(int created, int unchanged, int rejected, List<Result> results) {

    /** What became of one. */
    @Schema(name = "ImportedPersonResult")
    public record Result(
            @Nullable String externalId, @Nullable UUID staffId, Outcome outcome, List<FieldError> errors) {}

    /** What can become of one: one that is here already stays as it is. */
    @Schema(name = "ImportedPersonOutcome")
    public enum Outcome {
        CREATED,
        UNCHANGED,
        REJECTED
    }

    /** What is wrong with a field. */
    @Schema(name = "ImportedPersonFieldError")
    public record FieldError(String field, String reason) {}

    static ImportStaffResponse of(List<Result> results) {
        return new ImportStaffResponse(
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
