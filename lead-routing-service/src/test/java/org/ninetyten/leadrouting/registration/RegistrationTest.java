package org.ninetyten.leadrouting.registration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.protection.ExpireProtections;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class RegistrationTest {

    private static final String EVIDENCE = """
            {"what": "Letter of intent", "links": ["https://files.example/letter"],
             "attachments": [{"name": "letter.pdf", "sha256": "%s"}]}""".formatted("a".repeat(64));

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    ExpireProtections expireProtections;

    @Inject
    EscalateCases escalateCases;

    @Test
    void aCustomerThatNobodyHasIsProtectedAndItsDealIsOpen() {
        UUID partner = network.partnerIn("ME");
        ValidatableResponse granted = register(partner, customer("ME")).statusCode(201);

        granted.body("state", equalTo("GRANTED"))
                .body("protectionId", notNullValue())
                .body("customerId", notNullValue());
        String deal = granted.extract().path("dealId");
        Api.partner(partner)
                .get("/v1/deals/{id}", deal)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("sourcing", equalTo("SOURCED"))
                .body("leadId", nullValue())
                .body("registrationId", equalTo(granted.extract().path("id")));
        Api.partner(partner)
                .get("/v1/protections/{id}", granted.extract().<String>path("protectionId"))
                .then()
                .statusCode(200)
                .body("state", equalTo("LIVE"))
                .body(
                        "expiresAt",
                        equalTo(MutableClock.now().plus(Duration.ofDays(90)).toString()));
        KafkaProbe.awaitEvent(
                "leadrouting.registration",
                "org.ninetyten.leadrouting.protection.granted.v1",
                data -> data.path("dealId").asText().equals(deal));
    }

    @Test
    void ofManyThatRegisterOneCustomerAtOnceOneGetsIt() throws Exception {
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            partners.add(network.partnerIn("MD"));
        }
        String body = customer("MD");
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(partners.size())) {
            for (UUID partner : partners) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return Api.partner(partner).body(body).post("/v1/deal-registrations");
                }));
            }
            start.countDown();
        }

        List<String> states = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode());
            String state = answer.get().path("state");
            states.add(state.equals("REFUSED") ? answer.get().path("reason") : state);
        }
        assertEquals(1, states.stream().filter("GRANTED"::equals).count(), states.toString());
        assertEquals(11, states.stream().filter("PROTECTED_FOR_ANOTHER"::equals).count(), states.toString());
    }

    @Test
    void theSameCustomerIsRegisteredOnceByOnePartner() {
        UUID partner = network.partnerIn("MK");
        String body = customer("MK");
        register(partner, body).statusCode(201).body("state", equalTo("GRANTED"));

        register(partner, body).statusCode(409).body("code", equalTo("registered-already"));
    }

    @Test
    void aRepeatedRequestIsOneRegistration() {
        UUID partner = network.partnerIn("JE");
        String body = customer("JE");
        String key = UUID.randomUUID().toString();
        String id = Api.partner(partner)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/deal-registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.partner(partner)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/deal-registrations")
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void clearCasesAreRefusedWithTheirReason() {
        UUID partner = network.partnerIn("RS");
        UUID suspended = UUID.randomUUID();
        network.keep(suspended, "RS", PartnerStatus.SUSPENDED, Tier.BUSINESS, 10);

        refused(register(suspended, customer("RS")), "PARTNER_NOT_ACTIVE", false);
        refused(register(partner, customer("GL")), "NO_RIGHT_TO_SELL", false);
        refused(register(partner, """
                        {"product": "Portal", "currency": "EUR", "company": "Some Shop", "country": "RS",
                         "contactEmail": "%s@gmail.com"}""".formatted(UUID.randomUUID())), "FREE_MAIL_ONLY", false);
        refused(register(partner, """
                        {"product": "Portal", "currency": "EUR", "company": "Some Shop", "country": "RS",
                         "contactPhone": "+381 11 3306000"}"""), "NOT_IDENTIFIABLE", false);
    }

    @Test
    void aCustomerOfAnotherPartnerIsRefusedWithoutNamingIt() {
        String domain = UUID.randomUUID() + ".example";
        UUID holder = network.partnerIn("SI");
        UUID lead = Api.accepted(Api.leadIn("SI").replaceAll("ann@[^\"]+", "ann@" + domain));
        UUID partner = network.partnerIn("SI");

        refused(register(partner, customer("SI", domain)), "ANOTHER_PARTNER_OF_RECORD", true);
        register(holder, customer("SI", domain)).statusCode(201).body("reason", equalTo("YOURS_ALREADY"));
        assertEquals(holder.toString(), Api.lead(lead).getString("partnerId"));
    }

    @Test
    void aLeadThatComesLaterIsKnownAsTheRegisteredCustomers() {
        String domain = UUID.randomUUID() + ".example";
        UUID partner = network.partnerIn("EE");
        network.partnerIn("EE");
        network.partnerIn("EE");
        String customer = register(partner, customer("EE", domain))
                .statusCode(201)
                .extract()
                .path("customerId");

        UUID lead = Api.capture(Api.leadIn("EE").replaceAll("ann@[^\"]+", "bob@" + domain));

        assertEquals(customer, Api.lead(lead).getString("customerId"));
        assertEquals(partner, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
        Api.desk().get("/v1/leads/{id}/decisions", lead).then().statusCode(200).body("[0].step", equalTo("PROTECTION"));
    }

    @Test
    void aProtectionIsExtendedOnceWithAProof() {
        UUID partner = network.partnerIn("LV");
        String id = register(partner, customer("LV")).extract().path("protectionId");
        Instant expires = Instant.parse(
                Api.partner(partner).get("/v1/protections/{id}", id).path("expiresAt"));
        LocalDate today = LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC);

        extend(partner, id, "\"0\"", "{}").statusCode(400).body("errors.field", hasItem("activity"));
        extend(partner, id, "\"0\"", proof(today.plusDays(1)))
                .statusCode(400)
                .body("errors[0].field", equalTo("activeOn"));
        extend(partner, id, "\"0\"", proof(today.minusDays(1)))
                .statusCode(400)
                .body("errors[0].field", equalTo("activeOn"));
        extend(partner, id, null, proof(today)).statusCode(428);
        extend(partner, id, "\"7\"", proof(today)).statusCode(412);
        extend(network.partnerIn("LV"), id, "\"0\"", proof(today)).statusCode(404);
        extend(partner, id, "\"0\"", proof(today))
                .statusCode(200)
                .body("expiresAt", equalTo(expires.plus(Duration.ofDays(60)).toString()));
        extend(partner, id, "\"1\"", proof(today)).statusCode(409).body("code", equalTo("protection-extended-already"));
    }

    @Test
    void aProtectionEndsByItselfAndTheNextPartnerMayRegister() {
        String domain = UUID.randomUUID() + ".example";
        UUID first = network.partnerIn("LT");
        UUID second = network.partnerIn("LT");
        ValidatableResponse granted = register(first, customer("LT", domain));
        String protection = granted.extract().path("protectionId");
        String customer = granted.extract().path("customerId");
        database.update(
                "update protection set granted_at = ?, expires_at = ? where id = ?",
                MutableClock.now().minus(Duration.ofDays(90)),
                MutableClock.now(),
                UUID.fromString(protection));

        // Its time is over from that very instant, whether or not a worker has been there.
        register(second, customer("LT", domain)).statusCode(201).body("state", equalTo("GRANTED"));
        expireProtections.expireDue();

        Api.partner(first)
                .get("/v1/protections/{id}", protection)
                .then()
                .body("state", equalTo("EXPIRED"))
                .body("endedAt", notNullValue());
        extend(first, protection, "*", proof(LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC)))
                .statusCode(409)
                .body("code", equalTo("protection-has-ended"));
        register(first, customer("LT", domain)).statusCode(201).body("reason", equalTo("PROTECTED_FOR_ANOTHER"));
        assertEquals(
                1,
                network.count(
                        "select count(*) from protection where customer_id = ? and state = 'LIVE'",
                        UUID.fromString(customer)));
    }

    @Test
    void theWorkerEndsWhatIsOver() {
        UUID partner = network.partnerIn("IM");
        String protection = register(partner, customer("IM")).extract().path("protectionId");
        database.update(
                "update protection set granted_at = ?, expires_at = ? where id = ?",
                MutableClock.now().minus(Duration.ofDays(90)),
                MutableClock.now(),
                UUID.fromString(protection));

        assertTrue(expireProtections.expireDue() >= 1);

        KafkaProbe.awaitEvent(
                "leadrouting.registration",
                "org.ninetyten.leadrouting.protection.ended.v1",
                data -> data.path("protectionId").asText().equals(protection)
                        && data.path("state").asText().equals("EXPIRED"));
    }

    @Test
    void aLostDealFreesTheCustomer() {
        String domain = UUID.randomUUID() + ".example";
        UUID first = network.partnerIn("TN");
        ValidatableResponse granted = register(first, customer("TN", domain));

        Api.partner(first)
                .body("{\"reason\": \"PRICE\"}")
                .post("/v1/deals/{id}/lose", granted.extract().<String>path("dealId"))
                .then()
                .statusCode(200);

        Api.partner(first)
                .get("/v1/protections/{id}", granted.extract().<String>path("protectionId"))
                .then()
                .body("state", equalTo("LOST"));
        register(network.partnerIn("TN"), customer("TN", domain)).body("state", equalTo("GRANTED"));
    }

    @Test
    void aContestedRefusalIsDecidedOnceAndEachSideSeesItsOwnEvidence() {
        String domain = UUID.randomUUID() + ".example";
        UUID holder = network.partnerIn("AL");
        UUID claimant = network.partnerIn("AL");
        UUID stranger = network.partnerIn("AL");
        String held = register(holder, customer("AL", domain)).extract().path("protectionId");
        String registration = refused(register(claimant, customer("AL", domain)), "PROTECTED_FOR_ANOTHER", true);

        contest(stranger, registration, EVIDENCE).statusCode(404);
        contest(claimant, registration, "{\"links\": []}").statusCode(400).body("errors.field", hasItem("what"));
        contest(claimant, registration, EVIDENCE.replace("a".repeat(64), "abc"))
                .statusCode(400)
                .body("errors.field", hasItem("attachments[0].sha256"));
        String conflict = contest(claimant, registration, EVIDENCE)
                .statusCode(200)
                .body("state", equalTo("CONFLICT"))
                .extract()
                .path("caseId");
        contest(claimant, registration, EVIDENCE).statusCode(409).body("code", equalTo("illegal-state"));
        register(claimant, customer("AL", domain)).statusCode(409).body("code", equalTo("registered-already"));

        String theirs = "{\"evidence\": " + EVIDENCE.replace("Letter of intent", "Their side") + "}";
        Api.partner(stranger)
                .body(theirs)
                .post("/v1/registration-cases/{id}/evidence", conflict)
                .then()
                .statusCode(404);
        Api.partner(holder)
                .body(theirs)
                .post("/v1/registration-cases/{id}/evidence", conflict)
                .then()
                .statusCode(201)
                .body("side", equalTo("HOLDER"))
                .body("registrationId", nullValue());
        Api.partner(stranger)
                .get("/v1/registration-cases/{id}", conflict)
                .then()
                .statusCode(404);
        Api.partner(claimant)
                .get("/v1/registration-cases/{id}", conflict)
                .then()
                .statusCode(200)
                .body("side", equalTo("CLAIMANT"))
                .body("holderId", nullValue())
                .body("evidence.what", equalTo(List.of("Letter of intent")));
        Api.partner(holder)
                .get("/v1/registration-cases")
                .then()
                .body("items", hasSize(1))
                .body("items[0].claimantId", nullValue());
        Api.desk()
                .get("/v1/registration-cases/{id}", conflict)
                .then()
                .body("holderId", equalTo(holder.toString()))
                .body("evidence", hasSize(2));

        decide(Tokens.partner(holder), conflict, "HOLDER").statusCode(403);
        decide(Tokens.vendor("sales-desk"), conflict, "CLAIMANT")
                .statusCode(200)
                .body("winner", equalTo("CLAIMANT"));
        decide(Tokens.vendor("sales-desk"), conflict, "HOLDER")
                .statusCode(409)
                .body("code", equalTo("case-decided-already"));
        Api.partner(holder)
                .body(theirs)
                .post("/v1/registration-cases/{id}/evidence", conflict)
                .then()
                .statusCode(409)
                .body("code", equalTo("case-decided-already"));

        Api.partner(claimant)
                .get("/v1/deal-registrations/{id}", registration)
                .then()
                .body("state", equalTo("GRANTED"))
                .body("dealId", notNullValue());
        Api.partner(holder).get("/v1/protections/{id}", held).then().body("state", equalTo("REVOKED"));
        Api.partner(holder)
                .get("/v1/registration-cases/{id}", conflict)
                .then()
                .body("winner", equalTo("CLAIMANT"))
                .body("reason", equalTo("FIRST_WITH_CUSTOMER"))
                .body("why", nullValue());
        assertEquals(
                1,
                network.count(
                        "select count(*) from audit_record where object_id = ? and who = 'sales-desk'",
                        UUID.fromString(conflict)));
    }

    @Test
    void whoWinsAConflictAboutAPartnerOfRecordsCustomerIsItsPartnerOfRecord() {
        String domain = UUID.randomUUID() + ".example";
        UUID holder = network.partnerIn("DO");
        UUID lead = Api.accepted(Api.leadIn("DO").replaceAll("ann@[^\"]+", "ann@" + domain));
        String customer = Api.lead(lead).getString("customerId");
        UUID claimant = network.partnerIn("DO");
        String registration = refused(register(claimant, customer("DO", domain)), "ANOTHER_PARTNER_OF_RECORD", true);
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");

        decide(Tokens.vendor("partner-manager"), conflict, "CLAIMANT").statusCode(200);

        Api.desk()
                .get("/v1/customers/{id}", customer)
                .then()
                .body("partnerOfRecord", equalTo(claimant.toString()))
                .body("moves[0].fromPartnerId", equalTo(holder.toString()))
                .body("moves[0].cause", equalTo("CONFLICT"));
    }

    @Test
    void aCaseIsNotDecidedOverTheHeadOfAThirdPartner() {
        String domain = UUID.randomUUID() + ".example";
        UUID holder = network.partnerIn("MV");
        UUID claimant = network.partnerIn("MV");
        UUID third = network.partnerIn("MV");
        ValidatableResponse held = register(holder, customer("MV", domain));
        String registration =
                register(claimant, customer("MV", domain)).extract().path("id");
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");
        register(third, customer("MV", domain)).body("reason", equalTo("PROTECTED_FOR_ANOTHER"));
        Api.partner(holder)
                .body("{\"reason\": \"PRICE\"}")
                .post("/v1/deals/{id}/lose", held.extract().<String>path("dealId"))
                .then()
                .statusCode(200);
        // With another registration in dispute, a person decides about the third one too.
        String second = register(third, customer("MV", domain))
                .body("state", equalTo("CONFLICT"))
                .extract()
                .path("caseId");
        decide(Tokens.vendor("sales-desk"), second, "CLAIMANT").statusCode(200);

        decide(Tokens.vendor("sales-desk"), conflict, "CLAIMANT")
                .statusCode(409)
                .body("code", equalTo("customer-protected-meanwhile"));
        decide(Tokens.vendor("sales-desk"), conflict, "HOLDER").statusCode(200);
    }

    @Test
    void ofManyThatDecideOneCaseAtOnceOneDoes() throws Exception {
        String domain = UUID.randomUUID() + ".example";
        register(network.partnerIn("DZ"), customer("DZ", domain));
        UUID claimant = network.partnerIn("DZ");
        String registration =
                register(claimant, customer("DZ", domain)).extract().path("id");
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                String winner = i % 2 == 0 ? "CLAIMANT" : "HOLDER";
                answers.add(threads.submit(() -> decide(Tokens.vendor("sales-desk"), conflict, winner)
                        .extract()
                        .statusCode()));
            }
        }

        int decided = 0;
        for (Future<Integer> answer : answers) {
            decided += answer.get() == 200 ? 1 : 0;
            assertTrue(answer.get() == 200 || answer.get() == 409);
        }
        assertEquals(1, decided);
    }

    @Test
    void eachSideBringsAsMuchEvidenceAsThePolicySays() {
        String domain = UUID.randomUUID() + ".example";
        register(network.partnerIn("MR"), customer("MR", domain));
        UUID claimant = network.partnerIn("MR");
        String registration =
                register(claimant, customer("MR", domain)).extract().path("id");
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");
        String body = "{\"evidence\": " + EVIDENCE + "}";
        for (int piece = 2; piece <= 20; piece++) {
            Api.partner(claimant)
                    .body(body)
                    .post("/v1/registration-cases/{id}/evidence", conflict)
                    .then()
                    .statusCode(201)
                    .body("evidence", hasSize(piece));
        }

        Api.partner(claimant)
                .body(body)
                .post("/v1/registration-cases/{id}/evidence", conflict)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-much-evidence"));
    }

    @Test
    void aLostConflictIsARefusal() {
        String domain = UUID.randomUUID() + ".example";
        UUID holder = network.partnerIn("BA");
        UUID claimant = network.partnerIn("BA");
        String held = register(holder, customer("BA", domain)).extract().path("protectionId");
        String registration =
                register(claimant, customer("BA", domain)).extract().path("id");
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");

        decide(Tokens.vendor("partner-manager"), conflict, "HOLDER").statusCode(200);

        Api.partner(claimant)
                .get("/v1/deal-registrations/{id}", registration)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo("CONFLICT_LOST"))
                .body("contestable", equalTo(false));
        contest(claimant, registration, EVIDENCE).statusCode(409).body("code", equalTo("not-contestable"));
        Api.partner(holder).get("/v1/protections/{id}", held).then().body("state", equalTo("LIVE"));
    }

    @Test
    void aSimilarCompanyInTheSameCityNeedsAPerson() {
        String city = "Vaduz " + UUID.randomUUID();
        String company = "Liechtenstein Machine Works";
        network.partnerIn("LI");
        UUID lead =
                Api.accepted(Api.leadIn("LI", ", \"city\": \"" + city + "\"").replace("Example Ltd", company + " AG"));
        String holder = Api.lead(lead).getString("partnerId");
        UUID partner = network.partnerIn("LI");

        String conflict = register(
                        partner,
                        customer("LI")
                                .replace("\"company\": \"Example Works\"", "\"company\": \"" + company + " GmbH\"")
                                .replace("\"city\": \"Town\"", "\"city\": \"" + city + "\""))
                .statusCode(201)
                .body("state", equalTo("CONFLICT"))
                .body("customerId", nullValue())
                .extract()
                .path("caseId");

        Api.desk()
                .get("/v1/registration-cases/{id}", conflict)
                .then()
                .body("cause", equalTo("SIMILAR_COMPANY"))
                .body("holderId", equalTo(holder));
    }

    @Test
    void aCaseThatNobodyDecidesInTimeIsListedAndEscalatedOnce() {
        String domain = UUID.randomUUID() + ".example";
        register(network.partnerIn("MC"), customer("MC", domain));
        UUID claimant = network.partnerIn("MC");
        String registration =
                register(claimant, customer("MC", domain)).extract().path("id");
        String conflict = contest(claimant, registration, EVIDENCE).extract().path("caseId");
        Api.desk()
                .queryParam("overdue", true)
                .queryParam("limit", 200)
                .get("/v1/registration-cases")
                .then()
                .body("items.id", not(hasItem(conflict)));
        network.makeLate(UUID.fromString(conflict));

        escalateCases.escalateDue();
        escalateCases.escalateDue();

        Api.desk()
                .queryParam("overdue", true)
                .queryParam("limit", 200)
                .get("/v1/registration-cases")
                .then()
                .body("items.id", hasItem(conflict));
        KafkaProbe.awaitEvent(
                "leadrouting.registration",
                "org.ninetyten.leadrouting.registration.escalated.v1",
                data -> data.path("caseId").asText().equals(conflict));
        assertEquals(
                1,
                KafkaProbe.readAll("leadrouting.registration").stream()
                        .filter(seen -> seen.type().endsWith("registration.escalated.v1"))
                        .filter(seen -> seen.json().contains(conflict))
                        .count());
    }

    @Test
    void anotherPartnersRegistrationIsNotThereAndBadInputIsNamed() {
        UUID partner = network.partnerIn("HR");
        UUID stranger = network.partnerIn("HR");
        ValidatableResponse granted = register(partner, customer("HR"));
        String id = granted.extract().path("id");

        Api.partner(stranger).get("/v1/deal-registrations/{id}", id).then().statusCode(404);
        Api.partner(stranger)
                .get("/v1/protections/{id}", granted.extract().<String>path("protectionId"))
                .then()
                .statusCode(404);
        Api.partner(stranger)
                .get("/v1/deals/{id}", granted.extract().<String>path("dealId"))
                .then()
                .statusCode(404);
        Api.partner(stranger).get("/v1/deal-registrations").then().body("items", hasSize(0));
        Api.partner(partner).get("/v1/deal-registrations").then().body("items", hasSize(1));
        register(stranger, customer("HR").replace("{\"product\"", "{\"partnerId\": \"" + partner + "\", \"product\""))
                .statusCode(404);
        register(partner, customer("HR").replace("EUR", "XYZ"))
                .statusCode(400)
                .body("errors.field", hasItem("currency"));
        register(partner, customer("HR").replace("\"HR\"", "\"XX\""))
                .statusCode(400)
                .body("errors.field", hasItem("country"));
        register(partner, customer("HR").replace("{\"product\"", "{\"colour\": 1, \"product\""))
                .statusCode(400);
        register(partner, customer("HR").replace("Example Works", "x".repeat(201)))
                .statusCode(400)
                .body("errors.field", hasItem("company"));
        Api.desk()
                .body(customer("HR"))
                .post("/v1/deal-registrations")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("partnerId"));
        Api.website().body(customer("HR")).post("/v1/deal-registrations").then().statusCode(403);
    }

    private static String customer(String country) {
        return customer(country, UUID.randomUUID() + ".example");
    }

    private static String customer(String country, String domain) {
        return """
               {"product": "Portal", "currency": "EUR", "company": "Example Works", "country": "%s", "city": "Town",
                "companyWebsite": "https://www.%s/about"}""".formatted(country, domain);
    }

    private static ValidatableResponse register(UUID partner, String body) {
        return Api.partner(partner).body(body).post("/v1/deal-registrations").then();
    }

    private static String refused(ValidatableResponse response, String reason, boolean contestable) {
        return response.statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo(reason))
                .body("contestable", equalTo(contestable))
                .body("customerId", nullValue())
                .body("dealId", nullValue())
                .extract()
                .path("id");
    }

    private static ValidatableResponse contest(UUID partner, String registration, String evidence) {
        return Api.partner(partner)
                .body(evidence)
                .post("/v1/deal-registrations/{id}/contest", registration)
                .then();
    }

    private static ValidatableResponse decide(String token, String conflict, String winner) {
        return Api.as(token)
                .body("{\"winner\": \"" + winner
                        + "\", \"reason\": \"FIRST_WITH_CUSTOMER\", \"why\": \"Older letter.\"}")
                .post("/v1/registration-cases/{id}/decide", conflict)
                .then();
    }

    private static String proof(LocalDate day) {
        return "{\"activity\": \"A workshop with the head of IT, minutes sent.\", \"activeOn\": \"" + day + "\"}";
    }

    private static ValidatableResponse extend(UUID partner, String protection, String ifMatch, String body) {
        var request = Api.partner(partner).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/v1/protections/{id}/extend", protection).then();
    }
}
