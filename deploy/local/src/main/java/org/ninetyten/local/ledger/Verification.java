package org.ninetyten.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What billing-service found when it read the whole hash chain. */
record Verification(
        boolean intact, long sealed, long waiting, long headPosition, String headHash, List<Finding> findings) {

    /** A hundred are listed, however many there are. */
    private static final int MOST_FINDINGS = 100;

    /**
     * A row that is not as it was booked.
     *
     * @param position in the chain; empty when the row is not in it
     * @param line of the posting; empty when it is about the whole entry
     */
    record Finding(String kind, String position, String entryId, String line) {}

    static Verification of(JsonNode answer) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : answer.required("findings")) {
            findings.add(new Finding(
                    finding.required("kind").asText(),
                    finding.path("position").asText(""),
                    finding.path("entryId").asText(""),
                    finding.path("line").asText("")));
        }
        return new Verification(
                answer.required("intact").asBoolean(),
                answer.required("sealed").asLong(),
                answer.required("waiting").asLong(),
                answer.required("headPosition").asLong(),
                answer.path("headHash").asText("-"),
                List.copyOf(findings));
    }

    String summary() {
        if (intact) {
            return String.format(
                    Locale.ROOT,
                    "The ledger is intact: %,d entries in the chain, %,d not yet. Its head is %d %s",
                    sealed,
                    waiting,
                    headPosition,
                    headHash);
        }
        return String.format(
                Locale.ROOT,
                "The ledger is NOT as it was booked. Rows that were tampered with: %s%d",
                findings.size() == MOST_FINDINGS ? "at least " : "",
                findings.size());
    }
}
