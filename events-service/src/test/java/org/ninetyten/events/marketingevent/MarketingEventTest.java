package org.ninetyten.events.marketingevent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.http.ProblemException;

class MarketingEventTest {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theWallTimeInItsOwnZoneDecidesWhetherItHasStarted() {
        MarketingEvent event = event("2026-06-15T10:00", "Pacific/Auckland");

        assertFalse(event.hasStarted(Instant.parse("2026-06-14T21:59:59Z")));
        assertTrue(event.hasStarted(Instant.parse("2026-06-14T22:00:00Z")));
    }

    @Test
    void aStartInTheHourThatDaylightSavingSkipsIsStillHeld() {
        MarketingEvent event = event("2026-03-29T02:30", "Europe/Berlin");

        assertFalse(event.hasStarted(Instant.parse("2026-03-29T01:29:59Z")));
        assertTrue(event.hasStarted(Instant.parse("2026-03-29T01:30:00Z")));
    }

    @Test
    void checkInOpensAtMidnightOfTheEventsOwnDay() {
        MarketingEvent event = event("2026-06-15T10:00", "Asia/Tokyo");

        assertThrows(ProblemException.class, () -> event.mustTakeCheckIns(Instant.parse("2026-06-14T14:59:59Z")));
        assertDoesNotThrow(() -> event.mustTakeCheckIns(Instant.parse("2026-06-14T15:00:00Z")));
    }

    @Test
    void aReservationEndsOnce() {
        MarketingEvent event = event("2026-06-15T10:00", "Asia/Tokyo");

        assertEquals(500, event.cancel("No speaker", BEFORE));
        assertEquals(0, event.endReservation());
        assertEquals(EventStatus.CANCELLED, event.status());
        assertThrows(ProblemException.class, () -> event.cancel("Again", BEFORE));
        assertThrows(ProblemException.class, () -> event.hold(Instant.parse("2026-06-16T00:00:00Z")));
    }

    private static MarketingEvent event(String startsAt, String zone) {
        return MarketingEvent.schedule(
                new EventPlan(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "EUR",
                        500,
                        1,
                        "Ninety per cent is yours",
                        "Integration",
                        "Kazan",
                        "RU",
                        LocalDateTime.parse(startsAt),
                        ZoneId.of(zone),
                        60),
                BEFORE);
    }
}
