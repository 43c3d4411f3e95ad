package org.ninetyten.billing.bank;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class BankDetailTest {

    private static final String GERMAN = "DE89370400440532013000";
    private static final String FRENCH = "FR1420041010050500013M02606";

    @Inject
    BankDetails details;

    @Inject
    BankCipher cipher;

    @Inject
    Database database;

    @Test
    void oneProposesAnotherConfirmsAndADayLaterItIsUsed() {
        UUID partner = id();
        String proposal = propose(partner, Tokens.partner(partner), iban(GERMAN))
                .statusCode(201)
                .body("account", equalTo("DE…3000"))
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");

        decide(partner, proposal, "confirm", Tokens.partner(partner), null)
                .statusCode(409)
                .body("code", equalTo("own-proposal"));
        decide(partner, proposal, "confirm", Tokens.vendor("finance"), null)
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        decide(partner, proposal, "confirm", Tokens.vendor("finance-approver"), null)
                .statusCode(409)
                .body("code", equalTo("illegal-state"));

        Instant now = Instant.now();
        assertTrue(details.usable(List.of(partner), "EUR", now.plus(Duration.ofHours(23)))
                .isEmpty());
        BankDetails.Opened opened = details.usable(List.of(partner), "EUR", now.plus(Duration.ofHours(25)))
                .get(partner);
        assertEquals(GERMAN, opened.account().iban());
        asFinance("/v1/audit-records?object=bank-detail/" + proposal)
                .body("items.what", contains("bank-detail.confirmed", "bank-detail.proposed"))
                .body("items.who", contains("finance", "admin-of-" + partner));
    }

    @Test
    void whatWasConfirmedBeforeServesWhileAChangeRests() {
        UUID partner = id();
        confirmed(partner, GERMAN);
        database.update("update bank_detail set usable_from = now() - interval '1 hour' where partner_id = ?", partner);
        confirmed(partner, FRENCH);

        Instant now = Instant.now();
        assertEquals(GERMAN, usable(partner, now));
        assertEquals(FRENCH, usable(partner, now.plus(Duration.ofHours(25))));
    }

    @Test
    void whatIsReplacedSaysSoAndSinceWhen() {
        UUID partner = id();
        confirmed(partner, GERMAN);
        database.update("update bank_detail set usable_from = now() - interval '1 hour' where partner_id = ?", partner);
        confirmed(partner, FRENCH);

        String from = asFinance("/v1/partners/{id}/bank-details", partner)
                .body("account", contains("FR…2606", "DE…3000"))
                .body("state", contains("CONFIRMED", "REPLACED"))
                .extract()
                .path("[0].usableFrom");
        asFinance("/v1/partners/{id}/bank-details", partner).body("[1].endedAt", equalTo(from));
        Instant handover = Instant.parse(from);
        assertEquals(GERMAN, usable(partner, handover.minusMillis(1)));
        assertEquals(FRENCH, usable(partner, handover));
    }

    /** The cooling-off is there for the partner to stop a change that it did not want. */
    @Test
    void aConfirmedChangeIsStoppedWhileItRestsAndWhatWasBeforeStays() {
        UUID partner = id();
        confirmed(partner, GERMAN);
        database.update("update bank_detail set usable_from = now() - interval '1 hour' where partner_id = ?", partner);
        String change = confirmed(partner, FRENCH);

        decide(partner, change, "reject", Tokens.partner(partner), "{\"why\": \"not by us\"}")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        Instant tomorrow = Instant.now().plus(Duration.ofHours(25));
        assertEquals(GERMAN, usable(partner, tomorrow));
        asFinance("/v1/partners/{id}/bank-details", partner)
                .body("state", contains("WITHDRAWN", "CONFIRMED"))
                .body("[0].why", equalTo("not by us"));
        asFinance("/v1/audit-records?object=bank-detail/" + change)
                .body("items.what", contains("bank-detail.withdrawn", "bank-detail.confirmed", "bank-detail.proposed"));
        decide(partner, change, "reject", Tokens.partner(partner), "{\"why\": \"again\"}")
                .statusCode(409);
    }

    @Test
    void detailsInUseAreReplacedAndNotStopped() {
        UUID partner = id();
        String used = confirmed(partner, GERMAN);
        database.update("update bank_detail set usable_from = now() - interval '1 hour' where partner_id = ?", partner);

        decide(partner, used, "reject", Tokens.vendor("finance"), "{\"why\": \"why not\"}")
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
    }

    @Test
    void ofParallelProposalsOneIsLeftAndNoneFails() {
        UUID partner = id();

        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> propose(partner, Tokens.partner(partner), iban(i % 2 == 0 ? GERMAN : FRENCH))
                        .extract()
                        .statusCode())
                .toList();

        assertTrue(answers.stream().allMatch(status -> status == 201), answers.toString());
        List<String> states =
                asFinance("/v1/partners/{id}/bank-details", partner).extract().path("state");
        assertEquals(1, states.stream().filter("PROPOSED"::equals).count(), states.toString());
    }

    @Test
    void theAuditSaysWhoWithdrewAProposalByMakingAnother() {
        UUID partner = id();
        String first = propose(partner, Tokens.partner(partner), iban(GERMAN))
                .extract()
                .path("id");
        propose(partner, Tokens.vendor("finance"), iban(FRENCH)).statusCode(201);

        asFinance("/v1/audit-records?object=bank-detail/" + first)
                .body("items.what", contains("bank-detail.withdrawn", "bank-detail.proposed"))
                .body("items[0].who", equalTo("finance"));
    }

    @Test
    void aNewProposalTakesThePlaceOfOneThatNobodyConfirmed() {
        UUID partner = id();
        String first = propose(partner, Tokens.partner(partner), iban(GERMAN))
                .extract()
                .path("id");
        propose(partner, Tokens.partner(partner), iban(FRENCH)).statusCode(201);

        decide(partner, first, "confirm", Tokens.vendor("finance"), null).statusCode(409);
        asFinance("/v1/partners/{id}/bank-details", partner)
                .body("state", contains("PROPOSED", "WITHDRAWN"))
                .body("account", contains("FR…2606", "DE…3000"));
    }

    @Test
    void theTableHoldsNothingThatCouldBeReadAndASecretOpensInItsOwnRowOnly() {
        UUID partner = id();
        confirmed(partner, GERMAN);

        String secret = database.first(
                        "select secret from bank_detail where partner_id = ?", row -> row.getString(1), partner)
                .orElseThrow();
        String row = database.first(
                        "select b::text from bank_detail b where partner_id = ?", r -> r.getString(1), partner)
                .orElseThrow();

        assertFalse(row.contains("0532"), "the row shows the account");
        byte[] bytes = Base64.getDecoder().decode(secret);
        assertFalse(new String(bytes, ISO_8859_1).contains("0532"));
        assertThrows(IllegalStateException.class, () -> cipher.open(id(), new BankCipher.Sealed("local-only", secret)));
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        UUID own = database.first(
                        "select id from bank_detail where partner_id = ?", r -> r.getObject(1, UUID.class), partner)
                .orElseThrow();
        assertThrows(IllegalStateException.class, () -> cipher.open(own, new BankCipher.Sealed("local-only", changed)));
    }

    @Test
    void badAccountsAreRefusedWithTheFieldAndTheReason() {
        UUID partner = id();
        String admin = Tokens.partner(partner);

        propose(partner, admin, iban("DE88370400440532013000"))
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem("iban"))
                .body("detail", containsString("wrong check digit"));
        propose(partner, admin, Map.of("currency", "EUR", "holder", "Beispiel GmbH"))
                .statusCode(400)
                .body("errors.field", hasItem("iban"));
        propose(partner, admin, Map.of("currency", "XYZ", "holder", "Beispiel GmbH", "iban", GERMAN))
                .statusCode(400)
                .body("errors.field", hasItem("currency"));
        propose(
                        partner,
                        admin,
                        Map.of("currency", "USD", "holder", "Example", "accountNumber", "123456789", "bic", "NOBANK"))
                .statusCode(400);
        propose(partner, admin, Map.of("currency", "EUR", "holder", "x".repeat(71), "iban", GERMAN))
                .statusCode(400)
                .body("errors.field", hasItem("holder"));
        propose(partner, admin, Map.of("currency", "EUR", "holder", "Beispiel", "iban", GERMAN, "swift", "X"))
                .statusCode(400);
        asFinance("/v1/partners/{id}/bank-details", partner).statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void anotherPartnersDetailsAreNotThere() {
        UUID partner = id();
        UUID other = id();
        String proposal = propose(partner, Tokens.partner(partner), iban(GERMAN))
                .extract()
                .path("id");

        propose(partner, Tokens.partner(other), iban(FRENCH)).statusCode(404);
        decide(partner, proposal, "confirm", Tokens.partner(other), null).statusCode(404);
        decide(other, proposal, "confirm", Tokens.partner(other), null).statusCode(404);
        decide(other, proposal, "reject", Tokens.partner(other), "{\"why\": \"mine\"}")
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.partner(other))
                .get("/v1/partners/{id}/bank-details", partner)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.partnerMember(partner))
                .get("/v1/partners/{id}/bank-details", partner)
                .then()
                .statusCode(403);
    }

    @Test
    void ofParallelConfirmationsOneCounts() {
        UUID partner = id();
        String proposal = propose(partner, Tokens.partner(partner), iban(GERMAN))
                .extract()
                .path("id");

        List<Integer> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> decide(partner, proposal, "confirm", Tokens.vendor("finance"), null)
                        .extract()
                        .statusCode())
                .toList();

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        asFinance("/v1/audit-records?object=bank-detail/" + proposal)
                .body("items.what", contains("bank-detail.confirmed", "bank-detail.proposed"))
                .body("items[0].after.masked", not(containsString("0532")));
    }

    private String usable(UUID partner, Instant at) {
        return String.valueOf(details.usable(List.of(partner), "EUR", at)
                .get(partner)
                .account()
                .iban());
    }

    private static String confirmed(UUID partner, String iban) {
        String proposal = propose(partner, Tokens.partner(partner), iban(iban))
                .statusCode(201)
                .extract()
                .path("id");
        decide(partner, proposal, "confirm", Tokens.vendor("finance"), null).statusCode(200);
        return proposal;
    }

    private static Map<String, String> iban(String iban) {
        return Map.of("currency", "EUR", "holder", "Beispiel GmbH", "iban", iban);
    }

    private static ValidatableResponse propose(UUID partner, String token, Map<String, String> account) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(account)
                .post("/v1/partners/{id}/bank-details", partner)
                .then();
    }

    private static ValidatableResponse decide(UUID partner, String id, String what, String token, String body) {
        var request = given().auth().oauth2(token).contentType("application/json");
        if (body != null) {
            request.body(body);
        }
        return request.post("/v1/partners/{partner}/bank-details/{id}/{what}", partner, id, what)
                .then();
    }
}
