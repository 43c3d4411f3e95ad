package org.ninetyten.partner.partner;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.partner.Given.aPartner;
import static org.ninetyten.partner.Given.as;
import static org.ninetyten.partner.Given.manager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class CalendarResourceTest {

    @Inject
    AgroalDataSource dataSource;

    @Test
    void aNewPartnerKeepsTheStandardHoursAndSaysItsOwn() {
        UUID id = aPartner();
        as(Tokens.partnerMember(id))
                .get("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(200)
                .body("week", hasSize(5))
                .body("week[0].opens", equalTo("09:00"))
                .body("holidays", hasSize(0));

        as(Tokens.partner(id))
                .header("If-Match", "\"2\"")
                .body(calendar(
                        List.of(hours("MONDAY", "14:00", "24:00"), hours("MONDAY", "09:00", "13:00")),
                        List.of(Map.of("date", "2026-12-16", "name", "Independence Day"))))
                .put("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("week[0].closes", equalTo("13:00"))
                .body("week[1].closes", equalTo("24:00"));

        KafkaProbe.Seen changed = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.changed.v1",
                data -> data.path("partnerId").asText().equals(id.toString()));
        Contracts.check(Contracts.ownSchema("partner.changed.v1"), changed.json());
        assertEquals("13:00", changed.data().at("/calendar/week/0/closes").asText());
        assertEquals(
                "2026-12-16", changed.data().at("/calendar/holidays/0/date").asText());
    }

    @Test
    void aCalendarIsChangedByItsVersionAndByWhomItBelongsTo() {
        UUID id = aPartner();
        Map<String, Object> body = calendar(List.of(hours("MONDAY", "09:00", "13:00")), List.of());
        as(Tokens.partner(id))
                .body(body)
                .put("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(428);
        as(Tokens.partner(id))
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(412);
        UUID foreign = aPartner();
        as(Tokens.partner(foreign))
                .header("If-Match", "*")
                .body(body)
                .put("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(404);
        as(Tokens.partner(foreign)).get("/v1/partners/{id}/calendar", id).then().statusCode(404);
        as(Tokens.partnerMember(id))
                .header("If-Match", "*")
                .body(body)
                .put("/v1/partners/{id}/calendar", id)
                .then()
                .statusCode(403);
        manager().get("/v1/partners/{id}/calendar", UUID.randomUUID()).then().statusCode(404);
    }

    static Stream<Arguments> whatIsNotValid() {
        List<Map<String, String>> office = List.of(hours("MONDAY", "09:00", "18:00"));
        Map<String, String> christmas = Map.of("date", "2026-12-25", "name", "Christmas");
        return Stream.of(
                Arguments.of(List.of(), List.of(), "week"),
                Arguments.of(List.of(hours("MONDAY", "18:00", "09:00")), List.of(), "week[0].closes"),
                Arguments.of(List.of(hours("MONDAY", "9:00", "18:00")), List.of(), "week[0].opens"),
                Arguments.of(List.of(hours("MONDAY", "09:00", "24:01")), List.of(), "week[0].closes"),
                Arguments.of(
                        List.of(hours("MONDAY", "09:00", "18:00"), hours("MONDAY", "17:59", "20:00")),
                        List.of(),
                        "week[1]"),
                Arguments.of(office, List.of(christmas, christmas), "holidays[1].date"),
                Arguments.of(office, List.of(Map.of("date", "2026-12-25")), "holidays[0].name"),
                Arguments.of(office, List.of(Map.of("date", "9999-12-31", "name", "Far")), "holidays[0].date"),
                Arguments.of(office, mondays(10), "holidays"),
                Arguments.of(office, mondays(401), "holidays"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotValid(List<Map<String, String>> week, List<Map<String, String>> holidays, String named) {
        manager()
                .header("If-Match", "*")
                .body(calendar(week, holidays))
                .put("/v1/partners/{id}/calendar", aPartner())
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem(named));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        UUID id = aPartner();
        for (String body : List.of(
                "{\"week\": [{\"day\": \"FUNDAY\", \"opens\": \"09:00\", \"closes\": \"18:00\"}], \"holidays\": []}",
                "{\"week\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"18:00\"}],"
                        + " \"holidays\": [{\"date\": \"2026-02-30\", \"name\": \"Never\"}]}",
                "{\"week\": [], \"holidays\": [], \"mood\": \"good\"}",
                "{}")) {
            manager()
                    .header("If-Match", "*")
                    .body(body)
                    .put("/v1/partners/{id}/calendar", id)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aPartnerPausesAndResumesByItself() {
        UUID id = aPartner();
        as(Tokens.partner(id))
                .body(Map.of("reason", "Too much to do."))
                .post("/v1/partners/{id}/pause", id)
                .then()
                .statusCode(200)
                .body("capacity.paused", equalTo(true))
                .body("pause.reason", equalTo("Too much to do."))
                .body("pause.until", nullValue());
        KafkaProbe.Seen paused = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.changed.v1",
                data -> data.path("partnerId").asText().equals(id.toString()));
        Contracts.check(Contracts.ownSchema("partner.changed.v1"), paused.json());
        assertEquals(true, paused.data().at("/capacity/paused").asBoolean());

        as(Tokens.partner(id))
                .post("/v1/partners/{id}/resume", id)
                .then()
                .statusCode(200)
                .body("capacity.paused", equalTo(false))
                .body("pause", nullValue());
        as(Tokens.partner(id))
                .post("/v1/partners/{id}/resume", id)
                .then()
                .statusCode(409)
                .body("allowed", hasItem("pause"));
        as(Tokens.partner(aPartner()))
                .body(Map.of("reason", "not mine"))
                .post("/v1/partners/{id}/pause", id)
                .then()
                .statusCode(404);
        as(Tokens.partner(id))
                .body(Map.of())
                .post("/v1/partners/{id}/pause", id)
                .then()
                .statusCode(400);
        as(Tokens.partner(id))
                .body(Map.of("reason", "wrong way round", "from", "2050-01-02", "until", "2050-01-01"))
                .post("/v1/partners/{id}/pause", id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("until"));
    }

    @Test
    void aPauseEndsByItself() throws SQLException {
        UUID id = aPartner();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        as(Tokens.partner(id))
                .body(Map.of("until", tomorrow, "reason", "A short rest."))
                .post("/v1/partners/{id}/pause", id)
                .then()
                .statusCode(200)
                .body("pause.until", equalTo(tomorrow));

        // The days pass.
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement("update partner set pause_until = ? where id = ?")) {
            update.setObject(1, LocalDate.now(ZoneOffset.UTC).minusDays(2));
            update.setObject(2, id);
            update.executeUpdate();
        }

        await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> manager().get("/v1/partners/{id}", id).jsonPath().getBoolean("capacity.paused"),
                        equalTo(false));
        KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.changed.v1",
                data -> data.path("partnerId").asText().equals(id.toString())
                        && !data.at("/capacity/paused").asBoolean());
    }

    private static List<Map<String, String>> mondays(int count) {
        LocalDate first = LocalDate.parse("2026-11-30");
        return IntStream.range(0, count)
                .mapToObj(week -> Map.of("date", first.plusWeeks(week).toString(), "name", "A Monday"))
                .toList();
    }

    private static Map<String, Object> calendar(List<?> week, List<?> holidays) {
        return Map.of("week", week, "holidays", holidays);
    }

    private static Map<String, String> hours(String day, String opens, String closes) {
        return Map.of("day", day, "opens", opens, "closes", closes);
    }
}
