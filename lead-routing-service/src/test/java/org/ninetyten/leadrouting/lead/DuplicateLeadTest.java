package org.ninetyten.leadrouting.lead;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.KafkaProbe;

@QuarkusTest
class DuplicateLeadTest {

    @Inject
    Network network;

    @Test
    void theSamePersonAskingAgainForTheSameProductJoinsTheOpenLead() {
        String mail = Api.somebody();
        UUID first = Api.capture(lead(mail, "Portal", "\"needs\": [\"TRAINING\"]"));
        UUID second = Api.capture(
                lead(mail.replace("ann", "ANN"), "portal", "\"needs\": [\"SUPPORT\"], \"sizeBand\": \"10-49\""));

        Api.desk()
                .get("/v1/leads/{id}", second)
                .then()
                .body("status", equalTo("DUPLICATE"))
                .body("mergedInto", equalTo(first.toString()))
                .body("customerId", equalTo(Api.lead(first).getString("customerId")));
        Api.desk()
                .get("/v1/leads/{id}", first)
                .then()
                .body("needs", hasItems("TRAINING", "SUPPORT"))
                .body("sizeBand", equalTo("10-49"));
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.merged.v1",
                data -> data.path("leadId").asText().equals(second.toString()));
    }

    @Test
    void aMergeThatIsTakenBackLeavesNoTraceInTheOtherLead() {
        String mail = Api.somebody();
        UUID first = Api.capture(lead(mail, "Portal", "\"needs\": [\"TRAINING\"], \"message\": \"Call me.\""));
        UUID second = Api.capture(lead(
                mail, "Portal", "\"needs\": [\"SUPPORT\"], \"sizeBand\": \"10-49\", \"message\": \"Call me today.\""));
        assertEquals("Call me.\n\nCall me today.", Api.lead(first).getString("message"));

        Api.desk()
                .body("{\"why\": \"Two branches.\"}")
                .post("/v1/leads/{id}/unmerge", second)
                .then()
                .statusCode(200)
                .body("status", equalTo("ROUTING"))
                .body("mergedInto", nullValue());

        Api.desk()
                .get("/v1/leads/{id}", first)
                .then()
                .body("needs", equalTo(List.of("TRAINING")))
                .body("sizeBand", nullValue())
                .body("message", equalTo("Call me."));
        assertNotEquals(
                Api.lead(first).getString("customerId"), Api.lead(second).getString("customerId"));
        Api.desk()
                .body("{\"why\": \"Again.\"}")
                .post("/v1/leads/{id}/unmerge", second)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
        Api.desk()
                .get("/v1/leads/{id}/history", second)
                .then()
                .body("to", hasItems("RECEIVED", "DUPLICATE", "QUALIFIED", "ROUTING"))
                .body("find { it.to == 'QUALIFIED' }.why", equalTo("Two branches."));
    }

    @Test
    void aNewWishOfAKnownCustomerIsNoDuplicate() {
        String mail = Api.somebody();
        UUID first = Api.capture(lead(mail, "Portal", "\"needs\": []"));
        UUID other = Api.capture(lead(mail, "Mobile", "\"needs\": []"));

        assertNotEquals("DUPLICATE", Api.lead(other).getString("status"));
        assertEquals(Api.lead(first).getString("customerId"), Api.lead(other).getString("customerId"));
    }

    @Test
    void colleaguesOfOneCompanyAreOneCustomerAndPeopleOfOneMailProviderAreNot() {
        String domain = UUID.randomUUID() + ".example";
        UUID ann = Api.capture(lead("ann@" + domain, "Portal", "\"needs\": []"));
        UUID bob = Api.capture(lead("bob@shop." + domain, "Portal", "\"needs\": []"));
        assertEquals(ann.toString(), Api.lead(bob).getString("mergedInto"));

        UUID one = Api.capture(lead("a" + UUID.randomUUID() + "@gmail.com", "Portal", "\"needs\": []"));
        UUID two = Api.capture(lead("b" + UUID.randomUUID() + "@gmail.com", "Portal", "\"needs\": []"));
        assertNotEquals("DUPLICATE", Api.lead(two).getString("status"));
        assertNotEquals(Api.lead(one).getString("customerId"), Api.lead(two).getString("customerId"));
    }

    @Test
    void aSimilarCompanyInTheSameCityIsDecidedByAPerson() {
        String city = "City " + UUID.randomUUID();
        UUID known = Api.capture(company("ООО «Ромашка Плюс»", city));
        UUID similar = Api.capture(company("Romashka Plus LLC", city));
        UUID different = Api.capture(company("Romanov Steel", city));

        assertEquals("REVIEW", Api.lead(similar).getString("status"));
        assertNotEquals("REVIEW", Api.lead(different).getString("status"));
        Api.desk()
                .get("/v1/leads/{id}/candidates", similar)
                .then()
                .body("", hasSize(1))
                .body("[0].lead.id", equalTo(known.toString()));
        Api.desk()
                .body("{\"decision\": \"DUPLICATE_OF\", \"why\": \"Same office.\"}")
                .post("/v1/leads/{id}/review", similar)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("duplicateOf"));
        Api.desk()
                .body("{\"decision\": \"DUPLICATE_OF\", \"duplicateOf\": \"" + known + "\", \"why\": \"Same office.\"}")
                .post("/v1/leads/{id}/review", similar)
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"));
        Api.desk()
                .body("{\"decision\": \"NEW\", \"why\": \"No.\"}")
                .post("/v1/leads/{id}/review", similar)
                .then()
                .statusCode(409)
                .body("allowed", equalTo(List.of("QUALIFIED")));
    }

    @Test
    void ofFiftyThatSayTheSameAtOnceExactlyOneSurvives() throws Exception {
        String mail = Api.somebody();
        List<Callable<UUID>> captures = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            // Of a source that the spam rules do not look at: fifty of one domain in an hour would be spam.
            captures.add(() -> Api.capture(lead(mail, "Portal", "\"needs\": []").replace("DEMO_REQUEST", "IMPORT")));
        }
        List<UUID> ids = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var capture : threads.invokeAll(captures)) {
                ids.add(capture.get());
            }
        }

        String all = "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
        assertEquals(50, network.count("select count(*) from lead where id = any(?::uuid[])", all));
        assertEquals(
                1, network.count("select count(*) from lead where id = any(?::uuid[]) and status <> 'DUPLICATE'", all));
        assertEquals(1, network.count("select count(distinct customer_id) from lead where id = any(?::uuid[])", all));
        assertEquals(49, network.count("select count(*) from lead_merge where duplicate_id = any(?::uuid[])", all));
    }

    private static String lead(String mail, String product, String more) {
        return """
                {"source": "DEMO_REQUEST", "product": "%s", "contact": {"name": "Ann Example", "email": "%s"},
                 "consent": true, %s}""".formatted(product, mail, more);
    }

    private static String company(String name, String city) {
        return """
                {"source": "DEMO_REQUEST", "product": "Portal", "company": "%s", "city": "%s", "consent": false}""".formatted(name, city);
    }
}
