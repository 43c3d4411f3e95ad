package org.ninetyten.billing.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.ninetyten.billing.payout.PayoutScene.answer;
import static org.ninetyten.billing.payout.PayoutScene.camt;
import static org.ninetyten.billing.payout.PayoutScene.rate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.Database;

/** What an operator reads of a payout on its way, in a currency that nobody else pays in. */
@QuarkusTest
class PayoutMetersTest {

    @Inject
    PayoutScene scene;

    @Inject
    ApprovePayouts approve;

    @Inject
    SubmitPayouts submit;

    @Inject
    FollowPayouts follow;

    @Inject
    PayoutMeters meters;

    @Inject
    MeterRegistry registry;

    @Inject
    Database database;

    @Test
    void aPayoutIsSeenWhereItIsAndNoLongerOnceItHasEnded() {
        rate("RON", "5");
        UUID partner = scene.withAccount("RON");
        scene.payable(partner, "RON", 200_000);
        Payout payout = scene.only(scene.run(), partner);
        assertShown("draft", payout);
        approve.approve(payout.id(), "finance-approver");
        assertShown("approved", payout);
        submit.submit(Currency.getInstance("RON"), "finance");
        assertShown("submitted", payout);
        database.update(
                "update payout set submitted_at = submitted_at - interval '80 hours' where id = ?", payout.id());
        follow.look();
        assertShown("unknown", payout);

        answer(camt(payout.endToEndId(), "RON", "2000.00", "DBIT")).statusCode(200);
        meters.measure();
        for (String state : new String[] {"draft", "approved", "submitted", "unknown"}) {
            assertNull(gauge(state), state);
        }
    }

    private void assertShown(String state, Payout payout) {
        meters.measure();
        Gauge gauge = gauge(state);
        assertNotNull(gauge, state);
        assertEquals((double) payout.amountMinor(), gauge.value());
        for (String other : new String[] {"draft", "approved", "submitted", "unknown"}) {
            if (!other.equals(state)) {
                assertNull(gauge(other), other);
            }
        }
    }

    private Gauge gauge(String state) {
        return registry.find("ninetyten.billing.payouts")
                .tags("state", state, "currency", "RON")
                .gauge();
    }
}
