package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.Tally;
import org.ninetyten.leadrouting.routing.Turns;

@QuarkusTest
class TrackRecordTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    Turns turns;

    @Inject
    Policies policies;

    @Inject
    ExpireOffers expiry;

    @Test
    void whatHappensIsCountedAndCanBeCountedAnew() {
        UUID partner = network.partnerIn("NA");
        UUID accepted = Api.accepted(Api.leadIn("NA"));
        String deal = Api.partner(partner)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"leadId\": \"" + accepted + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.partner(partner)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\": \"PRICE\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(200);
        UUID declined = Api.capture(Api.leadIn("NA"));
        Api.partner(partner)
                .body("{\"reason\": \"NO_CAPACITY\"}")
                .post("/v1/offers/{id}/decline", Api.id(Api.awaitOffer(declined, 1), "id"))
                .then()
                .statusCode(200);
        UUID unanswered = Api.capture(Api.leadIn("NA"));
        Map<String, Object> offer = Api.awaitOffer(unanswered, 1);
        MutableClock.set(Instant.parse(offer.get("expiresAt").toString()));
        expiry.expireDue(1_000);
        Api.awaitStatus(unanswered, "DESK");

        List<String> counted = days(partner);
        Candidate candidate = look(partner);
        QuarkusTransaction.requiringNew().run(() -> database.query("select count_partner_days_anew()", row -> true));

        Tally tally = candidate.record().ofRecord();
        assertEquals(
                List.of(1, 1, 1, 0, 1),
                List.of(tally.accepted(), tally.declined(), tally.timedOut(), tally.won(), tally.lost()));
        assertEquals(3, candidate.record().ofLoad().offered());
        assertEquals(3, candidate.record().offersEver());
        assertEquals(counted, days(partner));
        assertEquals(candidate.record(), look(partner).record());
    }

    @Test
    void everyFigureHasItsOwnWindow() {
        UUID partner = network.partnerIn("ER");
        LocalDate today = LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC);
        day(partner, today.minusDays(180), "offered = 5, accepted = 5, lost = 9");
        day(partner, today.minusDays(179), "offered = 3, accepted = 2, declined = 1, won = 1");
        day(partner, today.minusDays(30), "offered = 7, timed_out = 2");
        day(partner, today.minusDays(29), "offered = 4, declined = 1");
        day(partner, today, "offered = 1, lost = 1");

        Candidate candidate = look(partner);

        Tally record = candidate.record().ofRecord();
        assertEquals(
                List.of(2, 2, 2, 1, 1),
                List.of(record.accepted(), record.declined(), record.timedOut(), record.won(), record.lost()));
        assertEquals(5, candidate.record().ofLoad().offered());
        assertEquals(1, candidate.record().ofLoad().declined());
        assertEquals(0, candidate.record().ofLoad().timedOut());
        assertEquals(100 - (4 + 1 - 1), candidate.quotaLeft());
    }

    private void day(UUID partner, LocalDate day, String counts) {
        database.update("insert into partner_day (partner_id, day) values (?, ?)", partner, day);
        database.update("update partner_day set " + counts + " where partner_id = ? and day = ?", partner, day);
    }

    @Test
    void daysOfAbsenceDoNotCountForTheQuota() {
        UUID partner = network.partnerIn("ZM");
        assertEquals(30, look(partner).record().eligibleDays());

        Instant start = MutableClock.now();
        try {
            network.keep(partner, "ZM", PartnerStatus.SUSPENDED, Tier.BUSINESS, 1_000);
            network.keep(partner, "ZM", PartnerStatus.DORMANT, Tier.BUSINESS, 1_000);
            MutableClock.advance(Duration.ofDays(20));
            assertEquals(10, look(partner).record().eligibleDays());
            network.keep(partner, "ZM", PartnerStatus.ACTIVE, Tier.BUSINESS, 1_000);

            assertEquals(11, look(partner).record().eligibleDays());
            assertEquals(37, look(partner).quotaLeft());
            MutableClock.advance(Duration.ofDays(29));
            assertEquals(30, look(partner).record().eligibleDays());
        } finally {
            MutableClock.set(start);
        }
    }

    private Candidate look(UUID partner) {
        LocalDate today = LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.look(List.of(partner), policies.validAt(MutableClock.now()), today)
                        .get(partner));
    }

    private List<String> days(UUID partner) {
        return database.query(
                "select row(d.*)::text from partner_day d where partner_id = ? order by day",
                row -> row.getString(1),
                partner);
    }
}
