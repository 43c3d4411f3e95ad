package org.ninetyten.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheArchitecture() {
        ArchitectureRules.check(
                "org.ninetyten.events",
                Set.of("EventResource.list", "EventResource.get", "RegistrationResource.register"));
    }

    @Test
    void whatIsOpenToEverybodyIsLimitedInItsRate() {
        methods()
                .that()
                .areAnnotatedWith(PermitAll.class)
                .should()
                .beAnnotatedWith(RateLimited.class)
                .check(new ClassFileImporter().importPackages("org.ninetyten.events"));
    }
}
