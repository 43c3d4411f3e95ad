package org.ninetyten.leadrouting;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check("org.ninetyten.leadrouting", Set.of());
    }
}
