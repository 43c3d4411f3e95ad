package org.ninetyten.billing;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;
import org.ninetyten.testing.ChannelRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesAndOpensNothingToEverybody() {
        ArchitectureRules.check("org.ninetyten.billing", Set.of());
    }

    @Test
    void everyChannelSaysWhatHappensToAnEventThatFails() {
        ChannelRules.check("billing-service", Set.of("leadrouting.deal", "partner.partner", "events.claim"));
    }
}
