package org.ninetyten.partner;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;
import org.ninetyten.testing.ChannelRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check(
                "org.ninetyten.partner", Set.of("ApplicationResource.submit", "DirectoryResource.list"));
    }

    @Test
    void everyChannelSaysWhatHappensToAnEventThatFails() {
        ChannelRules.check("partner-service", Set.of("academy.credential", "leadrouting.deal"));
    }
}
