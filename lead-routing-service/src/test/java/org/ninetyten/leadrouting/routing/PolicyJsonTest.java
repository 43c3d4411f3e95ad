package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PolicyJsonTest {

    private final RoutingPolicy policy = Examples.policy();

    @Test
    void aPolicyIsTheSameAfterItWasWrittenAndRead() {
        String document = PolicyJson.write(policy).toString();

        assertEquals(policy, PolicyJson.read(policy.version(), document));
        assertEquals(document, PolicyJson.write(PolicyJson.read(7, document)).toString());
    }

    @Test
    void theVersionIsNoPartOfTheDocument() {
        ObjectNode document = PolicyJson.write(policy);

        assertTrue(document.path("version").isMissingNode());
        assertEquals(7, PolicyJson.read(7, document).version());
        assertRefused(document.put("version", 3), "without its version");
    }

    @Test
    void whatIsUnknownOrMissingIsRefused() {
        ObjectNode unknown = PolicyJson.write(policy).put("shortlst", 5);
        ObjectNode missing = PolicyJson.write(policy);
        missing.remove("shortlist");

        assertRefused(unknown, "shortlst");
        assertRefused(missing, "shortlist");
    }

    @Test
    void weightsThatDoNotAddUpToOneAreRefused() {
        ObjectNode document = PolicyJson.write(policy);
        document.withObject("/scoreWeights").put("headroom", 1_001);

        assertRefused(document, "add up to 10,000");
    }

    @Test
    void gapsAreRefused() {
        ObjectNode tier = PolicyJson.write(policy);
        tier.withObject("/tierWeights").remove("GOLD");
        ObjectNode source = PolicyJson.write(policy);
        source.withObject("/minutesToAnswer").remove("TRIAL");

        assertRefused(tier, "GOLD");
        assertRefused(source, "TRIAL");
    }

    @Test
    void aWeightNeverFallsBelowHalf() {
        ObjectNode document = PolicyJson.write(policy);
        document.withObject("/penalty").put("floor", 4_999);

        assertRefused(document, "below half");
    }

    private static void assertRefused(ObjectNode document, String because) {
        String message = assertThrows(IllegalArgumentException.class, () -> PolicyJson.read(1, document))
                .getMessage();
        assertTrue(message.contains(because), message);
    }
}
