package org.ninetyten.messaging.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class HttpConventionsTest {

    private static final UUID PARTNER = UUID.fromString("0197c0de-0000-7000-8000-000000000001");

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void emptyTable() throws SQLException {
        ThingResource.running = new CountDownLatch(0);
        ThingResource.mayEnd = new CountDownLatch(0);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists thing (id text primary key, name text not null)");
            statement.execute("truncate thing");
        }
    }

    @Test
    void aMissingTokenIsAProblem() {
        given().get("/v1/things")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void aTokenThatIsNoneIsAProblem() {
        given().auth()
                .oauth2("not-a-token")
                .get("/v1/things")
                .then()
                .statusCode(401)
                .body("status", equalTo(401));
    }

    @Test
    void theWrongRoleIsAProblem() {
        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .get("/v1/things")
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void anAddressThatDoesNotExistIsAProblem() {
        desk().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("not-found"));
    }

    @Test
    void eachInvalidFieldIsNamedWithItsReason() {
        desk().body("{\"name\": \"\", \"size\": 0, \"parts\": [{\"name\": \"far too long a name\"}]}")
                .post("/v1/things")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem("name"))
                .body("errors.field", hasItem("size"))
                .body("errors.field", hasItem("parts[0].name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"size\": 1, \"weight\": 3}        | weight       | is not a known field",
                "{\"name\": \"a\", \"size\": \"many\"}                | size         | must be a whole number in range",
                "{\"name\": \"a\", \"size\": 99999999999}             | size         | must be",
                "{\"name\": \"a\", \"size\": 1, \"colour\": \"GREEN\"} | colour       | must be one of RED, BLUE",
                "{\"name\": \"a\", \"size\": 1, \"day\": \"tomorrow\"} | day          | must be a date such as",
                "{\"name\": \"a\", \"size\": 1, \"parts\": 3}         | parts        | must be a list",
            })
    void aFieldOfTheWrongKindIsNamedWithTheReason(String body, String field, String reason) {
        desk().body(body)
                .post("/v1/things")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].reason", containsString(reason));
    }

    @Test
    void aQueryValueOfTheWrongKindIsNamed() {
        desk().queryParam("limit", "many")
                .get("/v1/things")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    void anIdThatIsNoneLooksLikeAnObjectThatDoesNotExist() {
        desk().put("/v1/things/not-an-id").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aBodyThatIsNoJsonIsAProblemWithItsPlace() {
        desk().body("{\"name\": ")
                .post("/v1/things")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"))
                .body("detail", containsString("line 1"));
    }

    @Test
    void aCharacterThatCannotBeStoredIsAProblem() throws SQLException {
        create(UUID.randomUUID().toString(), "a\\u0000b").then().statusCode(400).body("detail", containsString("NUL"));
        assertThat(things()).isZero();
    }

    @Test
    void whatBreaksInsideStaysInside() {
        given().get("/v1/things/broken")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("internal-error"))
                .body("correlationId", notNullValue())
                .body(not(containsString("secret")));
    }

    @Test
    void theCallersCorrelationIdIsKept() {
        given().header("X-Correlation-Id", "order-4711")
                .get("/v1/things/broken")
                .then()
                .header("X-Correlation-Id", "order-4711")
                .body("correlationId", equalTo("order-4711"));
    }

    @Test
    void aForeignPartnersObjectLooksLikeNone() {
        given().auth()
                .oauth2(Tokens.partner(PARTNER))
                .get("/v1/things/of/" + PARTNER)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.partner(UUID.randomUUID()))
                .get("/v1/things/of/" + PARTNER)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        desk().get("/v1/things/of/" + PARTNER).then().statusCode(200);
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOn() {
        String thing = "/v1/things/" + UUID.randomUUID();
        desk().put(thing).then().statusCode(428).body("code", equalTo("version-required"));
        desk().header("If-Match", "\"6\"").put(thing).then().statusCode(412).body("code", equalTo("stale-version"));
        desk().header("If-Match", "\"7\"").put(thing).then().statusCode(204).header("ETag", "\"8\"");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        String link = desk().get("/v1/things")
                .then()
                .statusCode(200)
                .body("items", equalTo(java.util.List.of(1, 2)))
                .extract()
                .header("Link");
        assertThat(link).contains("rel=\"next\"");
        String second = desk().get(link.substring(1, link.indexOf('>')))
                .then()
                .extract()
                .path("next");
        desk().queryParam("cursor", second)
                .get("/v1/things")
                .then()
                .body("items", equalTo(java.util.List.of(5)))
                .body("next", nullValue())
                .header("Link", nullValue());
        desk().queryParam("cursor", "rubbish").get("/v1/things").then().statusCode(400);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAndIsDoneOnce() throws SQLException {
        String key = UUID.randomUUID().toString();
        var first = create(key, "one").then().statusCode(201).extract();
        create(key, "one")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .body("items[0]", equalTo(first.path("items[0]")));
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToItsCaller() throws SQLException {
        String key = UUID.randomUUID().toString();
        create(key, "one").then().statusCode(201);
        given().auth()
                .oauth2(Tokens.partner(PARTNER))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"name\": \"one\", \"size\": 1}")
                .post("/v1/things")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertThat(things()).isEqualTo(2);
    }

    @Test
    void aKeyUsedForAnotherRequestIsRefused() throws SQLException {
        String key = UUID.randomUUID().toString();
        create(key, "one").then().statusCode(201);
        create(key, "two").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void aRefusalLeavesNothingBehindAndTheKeyFree() throws SQLException {
        String key = UUID.randomUUID().toString();
        create(key, "refused").then().statusCode(409).body("allowed", equalTo(java.util.List.of("RED")));
        assertThat(things()).isZero();
        create(key, "one").then().statusCode(201);
    }

    @Test
    void aSecondRequestWhileTheFirstRunsIsToldSo() throws Exception {
        String key = UUID.randomUUID().toString();
        ThingResource.running = new CountDownLatch(1);
        ThingResource.mayEnd = new CountDownLatch(1);
        try (var pool = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> create(key, "one").statusCode(), pool);
            ThingResource.running.await();
            create(key, "one").then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
            ThingResource.mayEnd.countDown();
            assertThat(first.get()).isEqualTo(201);
        }
        assertThat(things()).isEqualTo(1);
    }

    private static io.restassured.response.Response create(String key, String name) {
        return desk().header("Idempotency-Key", key)
                .body("{\"name\": \"" + name + "\", \"size\": 1}")
                .post("/v1/things");
    }

    private static RequestSpecification desk() {
        return given().auth().oauth2(Tokens.vendor("sales-desk")).contentType(ContentType.JSON);
    }

    private int things() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from thing")) {
            count.next();
            return count.getInt(1);
        }
    }
}
