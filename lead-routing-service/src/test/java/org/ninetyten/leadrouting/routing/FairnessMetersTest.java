package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;

@QuarkusTest
class FairnessMetersTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    FairnessMeters meters;

    @Inject
    MeterRegistry registry;

    @Test
    void theErrorIsHowFarThePartnerFarthestFromItsShareIsAwayFromIt() {
        UUID partner = network.partnerIn("TD");
        database.update("update partner_turn set credit = ? where partner_id = ?", -50 * Credit.LEAD, partner);
        meters.lookUp();
        double largest = gauge("ninetyten.routing.fairness.error.largest");
        database.update("update partner_turn set credit = 0 where partner_id = ?", partner);
        meters.lookUp();

        assertEquals(50, largest);
        assertTrue(gauge("ninetyten.routing.fairness.error.largest") < 50);
        assertTrue(gauge("ninetyten.routing.fairness.error.nearly.all")
                <= gauge("ninetyten.routing.fairness.error.largest"));
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
