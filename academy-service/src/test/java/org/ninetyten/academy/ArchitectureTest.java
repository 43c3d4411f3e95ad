package org.ninetyten.academy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;
import org.ninetyten.testing.ChannelRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check("org.ninetyten.academy", Set.of("CredentialResource.verify"));
    }

    @Test
    void everyChannelSaysWhatHappensToAnEventThatFails() {
        ChannelRules.check("academy-service", Set.of("partner.partner"));
    }
}
