package org.ninetyten.leadrouting.explanation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.testing.Tokens;

/** What the desk and the partners learn of a decision. */
@QuarkusTest
class ExplanationTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Test
    void theDeskReadsADecisionInItsLanguage() {
        UUID only = network.establishedIn("PY", Tier.GOLD);
        UUID lead = Api.capture(Api.leadIn("PY"));
        Api.awaitOffer(lead, 1);

        Api.desk()
                .header("Accept-Language", "ja, de-AT;q=0.8, en;q=0.5")
                .get("/v1/leads/{id}/decisions", lead)
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("[0].step", equalTo("TURN"))
                .body("[0].sentences[0]", startsWith("Von 1 Partner mit Vertriebsrecht in der Region kam einer"))
                .body("[0].sellers", equalTo(1))
                .body(
                        "[0].sentences[1]",
                        containsString("Partner " + only + " war mit dem Guthaben 0,00 an der Reihe"));
        Api.desk()
                .get("/v1/leads/{id}/decisions", lead)
                .then()
                .header("Content-Language", "en")
                .body("[0].sentences[1]", startsWith("It was the turn of Partner " + only));
    }

    @Test
    void everyPartnerLearnsItsPlaceAndNothingOfOthers() {
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            partners.add(network.establishedIn("GT", Tier.BUSINESS));
        }
        UUID lead = Api.capture(Api.leadIn("GT"));
        UUID chosen = Api.id(Api.awaitOffer(lead, 1), "partnerId");

        List<Integer> places = new ArrayList<>();
        for (UUID partner : partners) {
            String answer = Api.partner(partner)
                    .get("/v1/leads/{id}/why-not-me", lead)
                    .then()
                    .statusCode(200)
                    .body("$", hasSize(1))
                    .body("[0].outcome", equalTo(partner.equals(chosen) ? "OFFERED" : "IN_LINE"))
                    .body("[0].candidate.partnerId", equalTo(partner.toString()))
                    .extract()
                    .asString();
            places.add(io.restassured.path.json.JsonPath.from(answer).getInt("[0].place"));
            partners.stream()
                    .filter(other -> !other.equals(partner))
                    .forEach(other -> assertFalse(answer.contains(other.toString())));
        }
        assertEquals(List.of(1, 2, 3, 4), places.stream().sorted().toList());
    }

    @Test
    void aPartnerThatAFilterKeptOutLearnsWhichOne() {
        network.establishedIn("HN", Tier.BUSINESS);
        UUID deaf = network.establishedIn("HN", Tier.BUSINESS);
        database.update(
                "update partner set languages = '{ja}', changed_in = pg_current_xact_id() where partner_id = ?", deaf);
        UUID lead = Api.capture(Api.leadIn("HN"));
        Api.awaitOffer(lead, 1);

        Api.partner(deaf)
                .header("Accept-Language", "fr")
                .get("/v1/leads/{id}/why-not-me", lead)
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("KEPT_OUT"))
                .body("[0].failed", equalTo("LANGUAGE"))
                .body("[0].place", nullValue())
                .body("[0].byProfileOfToday", equalTo(true))
                .body("[0].sentences", hasItem(containsString("la langue du client ne figure pas dans votre profil")));
        // Of the decision itself it has no row, so there is nothing for it to see.
        Api.partner(deaf).get("/v1/leads/{id}/decisions", lead).then().statusCode(404);
    }

    @Test
    void whoWasNoCandidateSeesNoLead() {
        network.establishedIn("PA", Tier.BUSINESS);
        UUID elsewhere = network.establishedIn("UZ", Tier.BUSINESS);
        UUID lead = Api.capture(Api.leadIn("PA"));
        Api.awaitOffer(lead, 1);

        Api.partner(elsewhere).get("/v1/leads/{id}/why-not-me", lead).then().statusCode(404);
        Api.partner(UUID.randomUUID())
                .get("/v1/leads/{id}/why-not-me", lead)
                .then()
                .statusCode(404);
        Api.partner(elsewhere)
                .get("/v1/leads/{id}/why-not-me", UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.desk().get("/v1/leads/{id}/why-not-me", lead).then().statusCode(403);
    }

    @Test
    void aStoredDecisionReplaysToTheSameAnswer() {
        for (int i = 0; i < 5; i++) {
            network.establishedIn("AM", i % 2 == 0 ? Tier.GOLD : Tier.CERTIFIED);
        }
        for (int i = 0; i < 8; i++) {
            UUID lead = Api.capture(Api.leadIn("AM"));
            String chosen = Api.awaitOffer(lead, 1).get("partnerId").toString();
            Api.desk()
                    .get("/v1/leads/{id}/decisions/{decision}/replay", lead, decisionOf(lead))
                    .then()
                    .statusCode(200)
                    .body("sellers", greaterThan(0))
                    .body("same", equalTo(true))
                    .body("partnerId", equalTo(chosen))
                    .body("differences", hasSize(0));
        }
    }

    @Test
    void aReplayThatGivesAnotherAnswerSaysWhere() {
        network.establishedIn("GE", Tier.BUSINESS);
        UUID lead = Api.capture(Api.leadIn("GE"));
        Api.awaitOffer(lead, 1);
        UUID decision = decisionOf(lead);
        database.update("update routing_decision set step = 'OPENING' where lead_id = ?", lead);

        Api.desk()
                .get("/v1/leads/{id}/decisions/{decision}/replay", lead, decision)
                .then()
                .statusCode(200)
                .body("same", equalTo(false))
                .body("differences.field", hasItem("step"))
                .body("differences.field", not(hasItem("partnerId")))
                .body("differences[0].stored", equalTo("OPENING"))
                .body("differences[0].replayed", equalTo("TURN"));
        Api.desk()
                .get("/v1/leads/{id}/decisions/{decision}/replay", lead, UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.as(Tokens.vendor("marketing"))
                .get("/v1/leads/{id}/decisions/{decision}/replay", lead, decision)
                .then()
                .statusCode(403);
    }

    private UUID decisionOf(UUID lead) {
        return database.first("select id from routing_decision where lead_id = ?", row -> Database.id(row, "id"), lead)
                .orElseThrow();
    }
}
