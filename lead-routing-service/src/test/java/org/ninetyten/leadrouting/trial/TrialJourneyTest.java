package org.ninetyten.leadrouting.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class TrialJourneyTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    ScoreTrials scoring;

    @Inject
    ForgetSignals forgetSignals;

    @Test
    void aTrialThatIsUsedALotBecomesALeadWithTheSignalsThatMadeIt() {
        String trial = start("TRIAL");
        signal(trial, "s1", "INVITED_USERS", 10);
        signal(trial, "s2", "FEATURE_LIMIT_REACHED", 1);
        assertEquals("70.000000", points(trial));
        assertEquals(0, leadsOf(trial));

        signal(trial, "s3", "FEATURE_LIMIT_REACHED", 1);
        JsonPath made = awaitLead(trial);

        UUID lead = UUID.fromString(made.getString("leads[0].leadId"));
        assertEquals("SCORE", made.getString("leads[0].cause"));
        assertEquals(1, made.getInt("leads[0].score.policyVersion"));
        assertEquals(100, made.getInt("leads[0].score.threshold"));
        assertEquals(
                List.of("s1", "s2", "s3"),
                made.getList("leads[0].score.signals.id", String.class).stream()
                        .sorted()
                        .toList());
        Api.desk()
                .get("/v1/leads/{id}", lead)
                .then()
                .statusCode(200)
                .body("source", equalTo("TRIAL"))
                .body("trialExternalId", equalTo(trial))
                .body("externalId", equalTo("trial:" + trial))
                .body("contact.name", equalTo("Ann Example"));
        KafkaProbe.Seen created = KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.created.v1",
                data -> data.path("leadId").asText().equals(lead.toString()));
        assertFalse(created.json().contains("ann@"));
        assertFalse(created.json().contains("Ann Example"));
    }

    @Test
    void moreUseMakesNoSecondLead() {
        String trial = start("FREE_ACCOUNT");
        batch(items(trial, "first", 4, "FEATURE_LIMIT_REACHED")).body("stored", equalTo(4));
        batch(items(trial, "users", 4, "INVITED_USERS")).body("stored", equalTo(4));
        JsonPath made = awaitLead(trial);

        batch(items(trial, "more", 50, "ACTIVE_DAYS")).body("stored", equalTo(50));
        awaitNothingDue();

        assertEquals(1, leadsOf(trial));
        Api.desk()
                .get("/v1/leads/{id}", made.getString("leads[0].leadId"))
                .then()
                .body("source", equalTo("FREE_ACCOUNT"));
    }

    @Test
    void signingUpTwiceChangesNothing() {
        String trial = UUID.randomUUID().toString();
        product()
                .body(signUp(trial, "TRIAL"))
                .post("/v1/trials")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/trials/" + trial))
                .body("contact", nullValue());
        product()
                .body(signUp(trial, "FREE_ACCOUNT").replace("Example Ltd", "Another Ltd"))
                .post("/v1/trials")
                .then()
                .statusCode(200)
                .body("kind", equalTo("TRIAL"))
                .body("company", equalTo("Example Ltd"));
    }

    @Test
    void aSignalCountsOnceHoweverOftenItIsReported() {
        String trial = start("TRIAL");
        signal(trial, "s1", "INVITED_USERS", 5);
        product()
                .body(signalBody("s1", "INVITED_USERS", 10))
                .post("/v1/trials/{id}/signals", trial)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("KNOWN"));
        String twice = item(trial, "s2", "PRICING_VIEWED", 1);
        batch(twice + "," + twice)
                .body("stored", equalTo(1))
                .body("known", equalTo(1))
                .body("results.outcome", equalTo(List.of("STORED", "KNOWN")));

        assertEquals("35.000000", points(trial));
    }

    @Test
    void aBrokenSignalOfABatchIsAnsweredOnItsOwnAndTheOthersAreStored() {
        String trial = start("TRIAL");
        String future = MutableClock.now().plus(Duration.ofHours(1)).toString();

        batch(String.join(
                        ",",
                        item(trial, "good", "ACTIVE_DAYS", 1),
                        item("no-such-trial", "s", "ACTIVE_DAYS", 1),
                        item(trial, "type", "COFFEE_DRUNK", 1),
                        item(trial, "negative", "ACTIVE_DAYS", -1),
                        item(trial, "late", "ACTIVE_DAYS", 1)
                                .replace(MutableClock.now().toString(), future),
                        "{\"trial\": \"" + trial + "\", \"colour\": \"blue\"}",
                        "{\"id\": \"x\"}",
                        "17",
                        "null",
                        item(trial, "last", "ACTIVE_DAYS", 1)))
                .body("stored", equalTo(2))
                .body("refused", equalTo(8))
                .body("results.index", equalTo(IntStream.range(0, 10).boxed().toList()))
                .body("results[0].outcome", equalTo("STORED"))
                .body("results[1].field", equalTo("trial"))
                .body("results[2].field", equalTo("type"))
                .body("results[3].field", equalTo("value"))
                .body("results[4].reason", equalTo("is in the future"))
                .body("results[5].field", equalTo("colour"))
                .body("results[6].outcome", equalTo("REFUSED"))
                .body("results[7].reason", equalTo("must be an object"))
                .body("results[8].reason", equalTo("must be an object"))
                .body("results[9].outcome", equalTo("STORED"));
    }

    @Test
    void theSameSignalsInParallelBatchesAreStoredOnceAndMakeOneLead() throws Exception {
        String trial = start("TRIAL");
        String items = items(trial, "s", 200, "FEATURE_LIMIT_REACHED") + "," + items(trial, "u", 200, "INVITED_USERS");
        List<Integer> stored = inParallel(8, () -> batch(items).extract().path("stored"));

        assertEquals(400, stored.stream().mapToInt(Integer::intValue).sum());
        awaitLead(trial);
        awaitNothingDue();
        assertEquals(1, leadsOf(trial));
        assertEquals(1, network.count("select count(*) from lead where trial_external_id = ?", trial));
    }

    @Test
    void twoBatchesThatCrossTheThresholdOnlyTogetherMakeOneLeadWithSeveralInstancesAtWork() throws Exception {
        for (int round = 0; round < 20; round++) {
            String trial = start("TRIAL");
            List<Callable<Boolean>> work = new ArrayList<>();
            work.add(() -> batch(items(trial, "a", 2, "FEATURE_LIMIT_REACHED"))
                            .extract()
                            .statusCode()
                    == 200);
            work.add(() ->
                    batch(items(trial, "b", 10, "INVITED_USERS")).extract().statusCode() == 200);
            work.add(scoring::scoreDue);
            work.add(scoring::scoreDue);
            try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
                for (Future<Boolean> done : threads.invokeAll(work)) {
                    done.get();
                }
            }
            awaitLead(trial);
            assertEquals(1, leadsOf(trial));
        }
    }

    @Test
    void whoAsksForHelpOrWantsToBuyIsALeadAtOnce() {
        String trial = start("TRIAL");
        String help = wish(trial, "{\"id\": \"R1\", \"kind\": \"HELP\", \"message\": \"How do I import?\"}", 201);
        assertEquals(help, wish(trial, "{\"id\": \"R1\", \"kind\": \"HELP\"}", 200));
        Api.desk()
                .get("/v1/leads/{id}", help)
                .then()
                .statusCode(200)
                .body("source", equalTo("HELP_REQUEST"))
                .body("trialExternalId", equalTo(trial));

        String other = start("TRIAL");
        UUID chosen = network.partnerIn("MG");
        String buy = wish(other, "{\"kind\": \"BUY\", \"chosenPartnerId\": \"" + chosen + "\"}", 201);
        Api.desk().get("/v1/leads/{id}", buy).then().body("source", equalTo("ORDER"));

        batch(items(other, "s", 20, "FEATURE_LIMIT_REACHED") + "," + items(other, "u", 20, "INVITED_USERS"))
                .body("stored", equalTo(40));
        awaitNothingDue();
        read(other).body("leads", hasSize(1)).body("leads[0].cause", equalTo("BUY"));
    }

    @Test
    void onlyWhoTalksToCustomersSeesThePersonAndWhatItWrote() {
        String trial = start("TRIAL");
        wish(trial, "{\"kind\": \"HELP\", \"message\": \"Call me\"}", 201);

        read(trial).body("contact.name", equalTo("Ann Example")).body("leads[0].message", equalTo("Call me"));
        for (String token : List.of(Tokens.vendor("marketing"), Tokens.client("product"))) {
            Api.as(token)
                    .get("/v1/trials/{id}", trial)
                    .then()
                    .statusCode(200)
                    .body("contact", nullValue())
                    .body("leads[0].message", nullValue());
        }
    }

    @Test
    void everybodyElseIsRefused() {
        String trial = start("TRIAL");
        for (String token :
                List.of(Tokens.partner(UUID.randomUUID()), Tokens.client("website"), Tokens.vendor("sales-desk"))) {
            Api.as(token).body(signUp("x", "TRIAL")).post("/v1/trials").then().statusCode(403);
            Api.as(token)
                    .body("{\"signals\": []}")
                    .post("/v1/usage-signals")
                    .then()
                    .statusCode(403);
            Api.as(token)
                    .body("{\"kind\": \"HELP\"}")
                    .post("/v1/trials/{id}/requests", trial)
                    .then()
                    .statusCode(403);
        }
        Api.partner(UUID.randomUUID()).get("/v1/trials/{id}", trial).then().statusCode(403);
        Api.desk()
                .body(policy(MutableClock.now(), 100))
                .post("/v1/qualification-policies")
                .then()
                .statusCode(403);
    }

    @Test
    void badInputIsAProblemThatNamesTheField() {
        refused(signUp("x", "PAID"), "/v1/trials", "kind");
        refused(signUp("x", "TRIAL").replace("MG", "XX"), "/v1/trials", "country");
        refused(signUp("x".repeat(201), "TRIAL"), "/v1/trials", "externalId");
        refused(signUp("x", "TRIAL").replace("\"consent\": true", "\"consent\": false"), "/v1/trials", "consent");
        refused(
                signUp("x", "TRIAL").replace(MutableClock.now().toString(), "2126-01-01T00:00:00Z"),
                "/v1/trials",
                "signedUpAt");
        refused("{\"signals\": []}", "/v1/usage-signals", "signals");
        refused(
                "{\"signals\": [" + IntStream.range(0, 1001).mapToObj(i -> "1").collect(Collectors.joining(",")) + "]}",
                "/v1/usage-signals",
                "signals");
        product()
                .body(signalBody("s", "ACTIVE_DAYS", 1))
                .post("/v1/trials/no-such/signals")
                .then()
                .statusCode(404);
        product()
                .body("{\"kind\": \"HELP\"}")
                .post("/v1/trials/no-such/requests")
                .then()
                .statusCode(404);
        Api.desk().get("/v1/trials/no-such").then().statusCode(404);
        String trial = start("TRIAL");
        refused("{\"kind\": \"DREAM\"}", "/v1/trials/" + trial + "/requests", "kind");
        refused(signalBody("s", "ACTIVE_DAYS", -1), "/v1/trials/" + trial + "/signals", "value");
    }

    @Test
    void signalsThatAreTooOldAreForgottenAndWhatMadeALeadIsKept() {
        String trial = start("TRIAL");
        batch(items(trial, "s", 20, "FEATURE_LIMIT_REACHED") + "," + items(trial, "u", 20, "INVITED_USERS"))
                .body("stored", equalTo(40));
        awaitLead(trial);
        database.update(
                "update usage_signal set received_at = received_at - interval '500 days'"
                        + " where trial_id = (select id from trial where external_id = ?)",
                trial);

        forgetSignals.forget();

        read(trial).body("score.signals", hasSize(0)).body("leads[0].score.signals.id", hasItem(equalTo("s0")));
    }

    @Test
    void policiesAreVersionsThatDecideFromTheirDateOn() {
        String before = start("TRIAL");
        signal(before, "s1", "INTEGRATION_CONNECTED", 1);
        awaitNothingDue();
        Instant from = MutableClock.now().plus(Duration.ofMinutes(1));

        int version = admin().body(policy(from, 20))
                .post("/v1/qualification-policies")
                .then()
                .statusCode(201)
                .body("valid", equalTo(false))
                .extract()
                .path("version");
        assertEquals(0, leadsOf(before));
        assertEquals(
                1,
                network.count(
                        "select count(*) from audit_record where what = 'qualification-policy.created' and who = 'admin'"
                                + " and after like ?",
                        version + " %"));

        MutableClock.set(from);
        JsonPath made = awaitLead(before);
        assertEquals(version, made.getInt("leads[0].score.policyVersion"));
        assertEquals(20, made.getInt("leads[0].score.threshold"));

        // Back to the first figures, for the other tests.
        Instant back = MutableClock.now().plus(Duration.ofMinutes(1));
        admin().body(policy(back, 100))
                .post("/v1/qualification-policies")
                .then()
                .statusCode(201);
        MutableClock.set(back);
        read(before).body("leads[0].score.policyVersion", equalTo(version)).body("leads", hasSize(1));
        Api.desk()
                .get("/v1/qualification-policies")
                .then()
                .statusCode(200)
                .body("items.version", hasItem(version))
                .body("items.rules", everyItem(notNullValue()));
        Api.desk().get("/v1/qualification-policies/{v}", version).then().body("rules.threshold", equalTo(20));
        Api.desk().get("/v1/qualification-policies/4711").then().statusCode(404);
        Api.desk()
                .queryParam("limit", 1)
                .get("/v1/qualification-policies")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void aPolicyThatCannotBeIsRefused() {
        Instant soon = MutableClock.now().plus(Duration.ofDays(3650));
        refusedPolicy(policy(MutableClock.now().minusSeconds(1), 100), "validFrom");
        refusedPolicy(policy(soon, 100_000), "rules.threshold");
        refusedPolicy(policy(soon, 100).replace("\"points\": 40", "\"points\": -1"), "rules.weights");
        refusedPolicy(
                policy(soon, 100).replace("\"retentionDays\": 400", "\"retentionDays\": 30"), "rules.retentionDays");
        refusedPolicy(policy(soon, 100).replace("INVITED_USERS", "COFFEE_DRUNK"), "rules.weights");
        refusedPolicy(policy(soon, 100).replace("\"windowDays\"", "\"window\""), "rules.window");
        admin().body(policy(soon, 100))
                .post("/v1/qualification-policies")
                .then()
                .statusCode(201);
        admin().body(policy(soon, 100))
                .post("/v1/qualification-policies")
                .then()
                .statusCode(409);
    }

    private static void refusedPolicy(String body, String field) {
        var errors = admin().body(body)
                .post("/v1/qualification-policies")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("errors.field", String.class);
        assertTrue(errors.stream().anyMatch(error -> error.startsWith(field)), errors + " has no " + field);
    }

    private static void refused(String body, String address, String field) {
        product()
                .body(body)
                .post(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    private static String policy(Instant from, int threshold) {
        return """
               {"name": "Another", "validFrom": "%s", "why": "We learnt something.",
                "rules": {"threshold": %d, "windowDays": 90, "retentionDays": 400, "clockToleranceSeconds": 300,
                  "weights": {
                    "INVITED_USERS": {"points": 40, "saturatesAt": 10, "halfLifeDays": 30, "maxPoints": 60},
                    "FEATURE_LIMIT_REACHED": {"points": 30, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 60},
                    "ACTIVE_DAYS": {"points": 10, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 50},
                    "PRICING_VIEWED": {"points": 15, "saturatesAt": 1, "halfLifeDays": 7, "maxPoints": 30},
                    "INTEGRATION_CONNECTED":
                      {"points": 25, "saturatesAt": 1, "halfLifeDays": 60, "maxPoints": 50}}}}""".formatted(from, threshold);
    }

    private static RequestSpecification product() {
        return Api.as(Tokens.client("product"));
    }

    private static RequestSpecification admin() {
        return Api.as(Tokens.vendor("admin"));
    }

    /** Each trial has its own person: what tells one customer from another is not what is tested here. */
    private static String signUp(String id, String kind) {
        return """
               {"externalId": "%s", "kind": "%s", "product": "Portal", "company": "Example Ltd",
                "contact": {"name": "Ann Example", "email": "ann@%s.example.org"}, "country": "MG", "language": "en",
                "consent": true, "signedUpAt": "%s"}""".formatted(id, kind, UUID.nameUUIDFromBytes(id.getBytes(UTF_8)), MutableClock.now());
    }

    private static String start(String kind) {
        String id = "ACC-" + UUID.randomUUID();
        product().body(signUp(id, kind)).post("/v1/trials").then().statusCode(201);
        return id;
    }

    private static String signalBody(String id, String type, long value) {
        return """
               {"id": "%s", "type": "%s", "value": %d, "occurredAt": "%s"}""".formatted(id, type, value, MutableClock.now());
    }

    private static void signal(String trial, String id, String type, long value) {
        product()
                .body(signalBody(id, type, value))
                .post("/v1/trials/{id}/signals", trial)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("STORED"));
    }

    private static String item(String trial, String id, String type, long value) {
        return signalBody(id, type, value).replace("{\"id\"", "{\"trial\": \"" + trial + "\", \"id\"");
    }

    private static String items(String trial, String prefix, int count, String type) {
        return IntStream.range(0, count)
                .mapToObj(i -> item(trial, prefix + i, type, 10))
                .collect(Collectors.joining(","));
    }

    private static io.restassured.response.ValidatableResponse batch(String items) {
        return product()
                .body("{\"signals\": [" + items + "]}")
                .post("/v1/usage-signals")
                .then()
                .statusCode(200);
    }

    private static String wish(String trial, String body, int status) {
        return product()
                .body(body)
                .post("/v1/trials/{id}/requests", trial)
                .then()
                .statusCode(status)
                .extract()
                .path("leadId");
    }

    private static io.restassured.response.ValidatableResponse read(String trial) {
        return Api.desk().get("/v1/trials/{id}", trial).then().statusCode(200);
    }

    private static String points(String trial) {
        return new java.math.BigDecimal(read(trial).extract().jsonPath().getString("score.points"))
                .setScale(6)
                .toPlainString();
    }

    private long leadsOf(String trial) {
        return network.count(
                "select count(*) from trial_lead join trial on trial.id = trial_id where external_id = ?", trial);
    }

    private static JsonPath awaitLead(String trial) {
        return await("a lead of trial " + trial)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read(trial).extract().jsonPath(), json -> json.getString("leads[0].leadId") != null);
    }

    /** Until all signals that are stored have been scored. */
    private void awaitNothingDue() {
        await("nothing is left to score")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> network.count("select count(*) from trial_to_score") == 0);
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<T> done : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(done.get());
            }
        }
        return results;
    }
}
