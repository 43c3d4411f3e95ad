package org.ninetyten.messaging;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessagingArchitectureTest {

    private static final Path PUBLIC_TYPES = Path.of("src", "test", "resources", "public-types.txt");

    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ninetyten.messaging");

    @Test
    void dependsOnTheStackAndOnNoBusiness() {
        classes()
                .that()
                .resideInAPackage("org.ninetyten.messaging..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.ninetyten.messaging..",
                        "java..",
                        "javax.sql..",
                        "jakarta..",
                        "io.quarkus..",
                        "io.agroal..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.jboss..",
                        "com.fasterxml.jackson..",
                        "org.apache.kafka..",
                        "io.micrometer..",
                        "io.opentelemetry..",
                        "io.vertx..",
                        "org.hibernate.validator..",
                        "org.postgresql..",
                        "com.github.f4b6a3.uuid..",
                        "org.jspecify..")
                .check(module);
    }

    @Test
    void outboxAndInboxKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("org.ninetyten.messaging.outbox..", "org.ninetyten.messaging.inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ninetyten.messaging.http..", "jakarta.ws.rs..")
                .check(module);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.ninetyten.messaging.(*)..")
                .should()
                .beFreeOfCycles()
                .check(module);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.ninetyten.messaging.outbox..", "org.ninetyten.messaging.inbox..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(module);
    }

    /** What services may use is a decision; {@code -Dupdate-public-types=true} writes the list anew. */
    @Test
    void publicTypesAreThoseOnTheList() throws Exception {
        String now = module.stream()
                        .filter(type -> type.getModifiers().contains(PUBLIC))
                        .filter(type -> type.getEnclosingClass()
                                .map(outer -> outer.getModifiers().contains(PUBLIC))
                                .orElse(true))
                        .map(JavaClass::getName)
                        .sorted()
                        .collect(joining("\n"))
                + "\n";
        if (Boolean.getBoolean("update-public-types")) {
            Files.writeString(PUBLIC_TYPES, now);
        }
        assertEquals(Files.readString(PUBLIC_TYPES), now);
    }
}
