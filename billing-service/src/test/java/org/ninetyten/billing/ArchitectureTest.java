package org.ninetyten.billing;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesAndOpensNothingToEverybody() {
        ArchitectureRules.check("org.ninetyten.billing", Set.of());
    }
}
