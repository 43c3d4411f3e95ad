package org.ninetyten.leadrouting;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;
import org.ninetyten.testing.ChannelRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check("org.ninetyten.leadrouting", Set.of("RatingResource.rate"));
    }

    @Test
    void everyChannelSaysWhatHappensToAnEventThatFails() {
        ChannelRules.check("lead-routing-service", Set.of("partner.partner", "academy.credential", "events.attendee"));
    }
}
