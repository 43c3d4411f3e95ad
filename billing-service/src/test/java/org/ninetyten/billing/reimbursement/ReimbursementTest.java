package org.ninetyten.billing.reimbursement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class ReimbursementTest {

    private static final String APPROVED = "org.ninetyten.events.claim.approved.v1";
    private static final String PAYABLE = "org.ninetyten.billing.reimbursement.payable.v1";

    @Test
    void anApprovedClaimIsPostedOnceAndPublished() {
        UUID partner = id();
        UUID claim = id();
        Map<String, Object> approved = claim(claim, partner, 150_000);
        KafkaProbe.send("events.claim", claim.toString(), APPROVED, approved);
        KafkaProbe.send("events.claim", claim.toString(), APPROVED, approved);
        UUID last = id();
        KafkaProbe.send("events.claim", claim.toString(), APPROVED, claim(last, partner, 1));
        awaitReimbursement(last);

        String entry = asFinance("/v1/reimbursements/{id}", claim)
                .statusCode(200)
                .body("approvedMinor", equalTo(150_000))
                .extract()
                .path("journalEntryId");
        asFinance("/v1/partners/{id}/balances", partner).body("balances[0].payableMinor", equalTo(150_001));
        KafkaProbe.Seen event = KafkaProbe.awaitEvent(
                "billing.reimbursement",
                PAYABLE,
                data -> data.path("claimId").asText().equals(claim.toString()));
        Contracts.check(Contracts.ownSchema("reimbursement.payable.v1"), event.json());
        assertEquals(entry, event.data().path("journalEntryId").asText());
        assertEquals(150_000, event.data().path("amountMinor").asLong());
    }

    @Test
    void theProducersExampleIsUnderstood() {
        KafkaProbe.send(
                "events.claim", "any", APPROVED, Contracts.producerExample("events-service", "claim.approved.v1"));

        awaitReimbursement(UUID.fromString("0193a1b2-0000-7000-8000-0000000000c1"));
    }

    @Test
    void aClaimOfNothingIsKeptAndNotBooked() {
        UUID claim = id();
        KafkaProbe.send("events.claim", claim.toString(), APPROVED, claim(claim, id(), 0));
        awaitReimbursement(claim);

        asFinance("/v1/reimbursements/{id}", claim).body("journalEntryId", nullValue());
    }

    @Test
    void aClaimCannotApproveMoreThanIsEligible() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ApprovedClaim(id(), id(), id(), Currency.getInstance("EUR"), 100, 101));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ApprovedClaim(id(), id(), id(), Currency.getInstance("XAU"), 100, 50));
    }

    @Test
    void aPartnerSeesItsOwnReimbursementsAndNobodyElses() {
        UUID partner = id();
        UUID claim = id();
        KafkaProbe.send("events.claim", claim.toString(), APPROVED, claim(claim, partner, 500));
        awaitReimbursement(claim);

        String path = "/v1/reimbursements/{id}";
        get(Tokens.partner(partner), path, claim).statusCode(200);
        get(Tokens.partner(id()), path, claim).statusCode(404).body("code", equalTo("not-found"));
        get(Tokens.vendor("sales-desk"), path, claim).statusCode(403);
        asFinance(path, id()).statusCode(404);
        RestAssured.get(path, claim).then().statusCode(401);
    }

    private static void awaitReimbursement(UUID claim) {
        eventually()
                .until(() ->
                        asFinance("/v1/reimbursements/{id}", claim).extract().statusCode() == 200);
    }

    private static Map<String, Object> claim(UUID claim, UUID partner, long approved) {
        return Map.of(
                "claimId",
                claim,
                "eventId",
                id(),
                "partnerId",
                partner,
                "currency",
                "EUR",
                "eligibleMinor",
                approved * 2,
                "approvedMinor",
                approved,
                "occurredAt",
                "2026-11-23T10:00:00Z");
    }
}
