package org.ninetyten.billing.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.accrual.HoldAccrual;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.PartnerStandings;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;

/** What a partner that leaves is paid: everything, however little it is. */
@QuarkusTest
class ExitPayoutTest {

    private static final String ALMATY_SOFT = "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40";

    @Inject
    PayoutScene scene;

    @Inject
    PartnerStandings standings;

    @Inject
    HoldAccrual hold;

    @Inject
    ApprovePayouts approve;

    @Inject
    Database database;

    @Test
    void whatIsLittleIsPaidToAPartnerThatLeftAndRollsOverForOneThatIsSuspended() {
        UUID leaving = scene.withAccount("EUR");
        UUID suspended = scene.withAccount("EUR");
        scene.payable(leaving, "EUR", 100);
        scene.payable(suspended, "EUR", 100);
        assertTrue(scene.of(scene.run(), leaving).isEmpty());

        tell(suspended, "suspended", 7, "SUSPENDED");
        awaitVersion(suspended, 7);
        tell(leaving, "changed", 8, "TERMINATED");
        awaitVersion(leaving, 8);
        UUID run = scene.run();

        Payout forced = scene.only(run, leaving);
        assertTrue(forced.forced());
        assertEquals(100, forced.amountMinor());
        assertTrue(scene.of(run, suspended).isEmpty());
        approve.cancel(forced.id(), "test", "ann");
    }

    @Test
    void whatComesLateOfAnOlderVersionDoesNotBringAPartnerBack() {
        UUID partner = id();
        tell(partner, "changed", 9, "TERMINATED");
        tell(partner, "changed", 8, "ACTIVE");
        tell(partner, "suspended", 7, "SUSPENDED");
        UUID last = id();
        tell(last, partner, "changed", 1, "ACTIVE");
        awaitVersion(last, 1);

        assertEquals(Set.of(partner), standings.leftOf(List.of(partner, last)));
    }

    @Test
    void aPartnerThatNeverBeganHasLeftTooAndOneThatNothingWasHeardOfHasNot() {
        UUID lapsed = id();
        tell(lapsed, "changed", 2, "LAPSED");
        awaitVersion(lapsed, 2);

        assertEquals(Set.of(lapsed), standings.leftOf(List.of(lapsed, id())));
        assertFalse(standings.leftOf(List.of()).contains(lapsed));
    }

    @Test
    void whatIsFrozenAtTheExitIsPaidOnceItIsReleased() {
        UUID partner = scene.withAccount("EUR");
        scene.payable(partner, "EUR", 70);
        UUID suspicious = database.first(
                        "select id from accrual where partner_id = ?", row -> row.getObject("id", UUID.class), partner)
                .orElseThrow();
        hold.freeze(suspicious, null, "looks odd", "ann");
        scene.payable(partner, "EUR", 200);
        tell(partner, "changed", 4, "TERMINATED");
        awaitVersion(partner, 4);

        Payout first = scene.only(scene.run(), partner);
        assertEquals(200, first.amountMinor());
        assertEquals(Map.of("FROZEN", 1L, "PAYING", 1L), scene.states(partner));
        hold.release(suspicious, "was in order", "ann");
        Payout second = scene.only(scene.run(), partner);
        assertEquals(70, second.amountMinor());
        assertTrue(second.forced());
        approve.cancel(first.id(), "test", "ann");
        approve.cancel(second.id(), "test", "ann");
    }

    private static void tell(UUID partner, String event, int version, String status) {
        tell(partner, partner, event, version, status);
    }

    private static void tell(UUID partner, UUID key, String event, int version, String status) {
        KafkaProbe.send(
                "partner.partner",
                key.toString(),
                "org.ninetyten.partner.partner." + event + ".v1",
                Contracts.producerExample("partner-service", "partner." + event + ".v1")
                        .replace(ALMATY_SOFT, partner.toString())
                        .replaceFirst("\"version\": \\d+", "\"version\": " + version)
                        .replaceFirst("\"status\": \"\\w+\"", "\"status\": \"" + status + "\""));
    }

    private void awaitVersion(UUID partner, long version) {
        eventually()
                .until(() -> database.first(
                                "select version from partner_standing where partner_id = ?",
                                row -> row.getLong(1),
                                partner)
                        .orElse(0L)
                        .equals(version));
    }
}
