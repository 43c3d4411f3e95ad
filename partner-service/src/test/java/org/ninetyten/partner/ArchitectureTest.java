package org.ninetyten.partner;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check(
                "org.ninetyten.partner", Set.of("ApplicationResource.submit", "DirectoryResource.list"));
    }
}
