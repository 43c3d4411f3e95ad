package org.ninetyten.partner;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.testing.Tokens;

/** What tests need to be there before they begin, made through the API. */
public final class Given {

    private Given() {}

    /** A request of a partner manager. */
    public static RequestSpecification manager() {
        return as(Tokens.vendor("partner-manager"));
    }

    /** A JSON request with the token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A JSON request of somebody who is not signed in. */
    public static RequestSpecification anybody() {
        return given().contentType(ContentType.JSON);
    }

    /** The body of a valid partner; the caller may change it. */
    public static Map<String, Object> partner(String name) {
        return new HashMap<>(Map.of(
                "legalName",
                name,
                "taxId",
                "KZ-1",
                "country",
                "KZ",
                "region",
                "CIS",
                "languages",
                List.of("kk", "ru"),
                "timeZone",
                "Asia/Almaty",
                "cities",
                new ArrayList<>(List.of(city("Almaty", 43.25, 76.95))),
                "services",
                List.of("LICENCE", "IMPLEMENTATION"),
                "territory",
                Map.of("countries", List.of("KZ")),
                "capacity",
                Map.of("openLeadCap", 10, "quota30Days", 40)));
    }

    /** A city of the partner's body. */
    public static Map<String, Object> city(String name, double latitude, double longitude) {
        return Map.of("name", name, "country", "KZ", "latitude", latitude, "longitude", longitude);
    }

    /** A stored partner's id. */
    public static UUID aPartner(Map<String, Object> body) {
        return UUID.fromString(manager()
                .body(body)
                .post("/v1/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** The id of a stored partner of whom nothing special is asked. */
    public static UUID aPartner() {
        return aPartner(partner("Somebody LLP"));
    }

    /** The id of a person who works for the partner since 2020. */
    public static UUID aStaffMember(UUID partnerId) {
        return UUID.fromString(manager()
                .body(Map.of("name", "A Person", "email", "person@partner.example", "employedFrom", "2020-01-01"))
                .post("/v1/partners/{id}/staff", partnerId)
                .then()
                .statusCode(201)
                .extract()
                .path("staffId"));
    }

    /** The body of a valid application; the caller may change it. */
    public static Map<String, Object> application(String taxId) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("legalName", "Almaty Soft LLP"),
                Map.entry("taxId", taxId),
                Map.entry("country", "KZ"),
                Map.entry("city", "Almaty"),
                Map.entry("languages", List.of("kk", "ru")),
                Map.entry("services", List.of("LICENCE", "TRAINING")),
                Map.entry("timeZone", "Asia/Almaty"),
                Map.entry("contactName", "Dana Omarova"),
                Map.entry("contactEmail", "dana@almaty-soft.example"),
                Map.entry("source", "WEBSITE"),
                Map.entry("consent", true)));
    }
}
