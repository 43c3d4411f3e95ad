package org.ninetyten.events;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;
import org.ninetyten.testing.ChannelRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check(
                "org.ninetyten.events",
                Set.of("EventResource.list", "EventResource.get", "RegistrationResource.register"));
    }

    @Test
    void everyChannelSaysWhatHappensToAnEventThatFails() {
        ChannelRules.check("events-service", Set.of("partner.partner", "billing.reimbursement"));
    }
}
