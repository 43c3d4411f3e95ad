package org.ninetyten.leadrouting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.testing.Tokens;

/** The requests that tests send most. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification desk() {
        return as(Tokens.vendor("sales-desk"));
    }

    public static RequestSpecification website() {
        return as(Tokens.client("website"));
    }

    public static RequestSpecification partner(UUID id) {
        return as(Tokens.partner(id));
    }

    public static String leadIn(String country) {
        return leadIn(country, "");
    }

    /** A lead of a person and a company of its own; {@code more} is JSON members with a leading comma. */
    public static String leadIn(String country, String more) {
        return """
               {"source": "DEMO_REQUEST", "product": "Portal", "company": "Example Ltd",
                "contact": {"name": "Ann Example", "email": "%s"}, "country": "%s", "language": "en",
                "needs": ["IMPLEMENTATION"], "consent": true%s}""".formatted(somebody(), country, more);
    }

    /** The address of a person of a company that no other lead comes from: leads that share one are merged. */
    public static String somebody() {
        return "ann@" + UUID.randomUUID() + ".example";
    }

    public static UUID capture(String body) {
        return UUID.fromString(website()
                .body(body)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static JsonPath lead(UUID id) {
        return desk().get("/v1/leads/{id}", id).then().statusCode(200).extract().jsonPath();
    }

    public static void awaitStatus(UUID lead, String status) {
        await("lead " + lead + " becomes " + status)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> lead(lead).getString("status").equals(status));
    }

    /** Waits for the lead's pending offer with this number. */
    public static Map<String, Object> awaitOffer(UUID lead, int ordinal) {
        return await("offer " + ordinal + " of lead " + lead)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> desk().queryParam("leadId", lead)
                                .queryParam("status", "PENDING")
                                .get("/v1/offers")
                                .jsonPath()
                                .getMap("items.find { it.ordinal == " + ordinal + " }"),
                        offer -> offer != null);
    }

    public static Response accept(UUID partner, UUID offer) {
        return partner(partner).post("/v1/offers/{id}/accept", offer);
    }

    public static UUID id(Map<String, Object> object, String field) {
        return UUID.fromString(object.get(field).toString());
    }

    /** A lead that a partner in this country has accepted. */
    public static UUID accepted(String body) {
        UUID lead = capture(body);
        Map<String, Object> offer = awaitOffer(lead, 1);
        accept(id(offer, "partnerId"), id(offer, "id")).then().statusCode(200);
        return lead;
    }
}
