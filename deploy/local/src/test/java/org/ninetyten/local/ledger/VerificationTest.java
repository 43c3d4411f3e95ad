package org.ninetyten.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.local.rest.Api;

class VerificationTest {

    @Test
    void anIntactLedgerIsSaidWithItsHead() {
        Verification verification = Verification.of(Api.json("""
                {"intact": true, "sealed": 8476, "waiting": 2, "headPosition": 8476, "headHash": "9f86", "findings": []}
                """));
        assertTrue(verification.intact());
        assertEquals(
                "The ledger is intact: 8,476 entries in the chain, 2 not yet. Its head is 8476 9f86",
                verification.summary());
        // Nothing is sealed yet: there is no head.
        assertTrue(Verification.of(Api.json("""
                        {"intact": true, "sealed": 0, "waiting": 0, "headPosition": 0, "headHash": null, "findings": []}
                        """)).summary().endsWith("0 -"));
    }

    @Test
    void eachRowThatWasTamperedWithIsNamed() {
        Verification verification = Verification.of(Api.json("""
                {"intact": false, "sealed": 9, "waiting": 0, "headPosition": 9, "headHash": "ab", "findings": [
                 {"kind": "POSTING_CHANGED", "position": 4, "entryId": "019ab0f4-2000-7b12-8b12-2b3c4d5e6f12", "line": 2},
                 {"kind": "ENTRY_STRANGE", "position": null, "entryId": "019ab0f4-2000-7b12-8b12-2b3c4d5e6f13", "line": null}]}
                """));
        assertFalse(verification.intact());
        assertEquals("The ledger is NOT as it was booked. Rows that were tampered with: 2", verification.summary());
        assertEquals(
                List.of(
                        new Verification.Finding("POSTING_CHANGED", "4", "019ab0f4-2000-7b12-8b12-2b3c4d5e6f12", "2"),
                        new Verification.Finding("ENTRY_STRANGE", "", "019ab0f4-2000-7b12-8b12-2b3c4d5e6f13", "")),
                verification.findings());
    }

    @Test
    void aHundredFindingsMayBeMore() {
        String finding = "{\"kind\": \"ENTRY_MISSING\", \"position\": 1}";
        assertTrue(Verification.of(Api.json("""
                        {"intact": false, "sealed": 9, "waiting": 0, "headPosition": 9, "headHash": "ab", "findings": [%s]}
                        """.formatted(String.join(",", Collections.nCopies(100, finding)))))
                .summary()
                .contains("at least 100"));
    }

    @Test
    void anAnswerWithoutAVerdictIsNoVerdict() {
        assertThrows(IllegalArgumentException.class, () -> Verification.of(Api.json("{\"findings\": []}")));
    }
}
