package org.ninetyten.messaging.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitTest.ThreeCallsAMinute.class)
class RateLimitTest {

    public static class ThreeCallsAMinute implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ninetyten.http.rate-limit.override", "3");
        }
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBack() {
        // Eight calls span at most two windows of a minute, so one window sees more than three.
        Response refused = IntStream.range(0, 8)
                .mapToObj(call -> given().post("/v1/things/form"))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call was refused"));
        refused.then().header("Retry-After", notNullValue()).body("code", equalTo("too-many-requests"));
    }
}
