package org.ninetyten.academy.credential.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.credential.ImportCredentials;

/** What became of each credential, in the order in which they were sent. */
@Schema(examples = """
        {"created": 1, "unchanged": 0, "rejected": 1, "results": [
          {"externalId": "C-1", "status": "created", "credentialId": "019ab0d2-7c11-7a3e-9d52-0f6f3f7f1c01"},
          {"externalId": "C-2", "status": "rejected", "code": "staff-unknown"}]}
        """)
record ImportCredentialsResponse(int created, int unchanged, int rejected, List<ItemResult> results) {

    /** What became of one credential. */
    record ItemResult(
            String externalId,

            @Schema(enumeration = {"created", "unchanged", "rejected"})
            String status,

            @Nullable UUID credentialId,

            @Schema(
                    description = "Why it was rejected. After staff-unknown try again: the news may be on its way.",
                    enumeration = {
                        "staff-unknown",
                        "staff-left",
                        "ends-before-it-starts",
                        "starts-in-the-future",
                        "external-id-taken"
                    })
            @Nullable
            String code) {

        static ItemResult from(ImportCredentials.Result result) {
            return new ItemResult(
                    result.externalId(),
                    kebab(result.outcome()),
                    result.credentialId(),
                    result.reason() == null ? null : kebab(result.reason()));
        }

        private static String kebab(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ImportCredentialsResponse from(List<ImportCredentials.Result> results) {
        return new ImportCredentialsResponse(
                count(results, ImportCredentials.Outcome.CREATED),
                count(results, ImportCredentials.Outcome.UNCHANGED),
                count(results, ImportCredentials.Outcome.REJECTED),
                results.stream().map(ItemResult::from).toList());
    }

    private static int count(List<ImportCredentials.Result> results, ImportCredentials.Outcome outcome) {
        return Math.toIntExact(
                results.stream().filter(result -> result.outcome() == outcome).count());
    }
}
