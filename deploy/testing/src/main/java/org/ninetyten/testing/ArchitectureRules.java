package org.ninetyten.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of the architecture that every service keeps, as tests. */
public final class ArchitectureRules {

    private static final Set<String> HTTP_METHODS = Set.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final Set<String> WHO_MAY_CALL = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "io.quarkus.security.Authenticated",
            "jakarta.annotation.security.DenyAll",
            PERMIT_ALL);
    private static final Pattern MONEY = Pattern.compile(
            "(?i).*(minor|money|amount|price|licence|tax|total|balance|posting|split|budget|reimburse).*");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)$");

    private final String base;
    private final JavaClasses classes;

    private ArchitectureRules(String base) {
        this.base = base;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
    }

    /**
     * Checks all rules.
     *
     * @param base the service's base package, such as {@code org.ninetyten.partner}
     * @param publicOperations the only operations that anybody may call, as {@code Resource.method}
     */
    public static void check(String base, Set<String> publicOperations) {
        ArchitectureRules rules = new ArchitectureRules(base);
        rules.dependenciesRunInwards();
        rules.featuresHaveNoCycles();
        rules.everyOperationSaysWhoMayCallIt(publicOperations);
        rules.onlyTheMessagingEdgeTouchesOutboxAndInbox();
        rules.consumersKeepOrder();
        rules.timeComesFromTheClock();
        rules.moneyIsExact();
        rules.entitiesGuardTheirState();
        rules.namesSaySomething();
        rules.packagesAreNullMarked();
    }

    private void dependenciesRunInwards() {
        DescribedPredicate<JavaClass> edgesAndTransport = resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.reactive.messaging..",
                        "org.apache.kafka..",
                        base + "..rest..",
                        base + "..messaging..")
                .or(resideInAPackage("org.ninetyten.messaging.."))
                // A refusal is part of the domain's language; how it is written on the wire is not.
                .and(describe(
                        "is not a problem or the correlation",
                        type -> !Set.of("ProblemException", "ProblemType", "GeneralProblem", "Correlation")
                                .contains(type.getSimpleName())));
        noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackages(base + "..rest..", base + "..messaging..")
                .should()
                .dependOnClassesThat(edgesAndTransport)
                .because("dependencies run inwards: rest → feature ← messaging")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(base + "..rest..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..messaging.."))
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(base + "..messaging..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..rest.."))
                .allowEmptyShould(true)
                .check(classes);
    }

    private void featuresHaveNoCycles() {
        slices().matching(base + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    private void everyOperationSaysWhoMayCallIt(Set<String> publicOperations) {
        methods()
                .that(describe("are operations", ArchitectureRules::isOperation))
                .should(new ArchCondition<>("say who may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean says = method.getAnnotations().stream()
                                .anyMatch(annotation -> WHO_MAY_CALL.contains(
                                        annotation.getRawType().getName()));
                        if (!says) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                        }
                    }
                })
                .check(classes);
        methods()
                .that(describe(
                        "are operations open to everybody",
                        method -> isOperation(method) && method.isAnnotatedWith(PERMIT_ALL)))
                .should()
                .beAnnotatedWith("org.ninetyten.messaging.http.RateLimited")
                .allowEmptyShould(true)
                .check(classes);
        Set<String> open = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                if (isOperation(method) && method.isAnnotatedWith(PERMIT_ALL)) {
                    open.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        if (!open.equals(new TreeSet<>(publicOperations))) {
            throw new AssertionError("Open to everybody: " + open + ", but the list says " + publicOperations);
        }
    }

    private static boolean isOperation(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> HTTP_METHODS.contains(type.getName()));
    }

    private void onlyTheMessagingEdgeTouchesOutboxAndInbox() {
        noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackage(base + "..messaging..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.ninetyten.messaging.outbox..", "org.ninetyten.messaging.inbox.."))
                .because("only publishers may append to the outbox")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat(describe(
                        "send past the outbox",
                        type -> Set.of(
                                        "org.eclipse.microprofile.reactive.messaging.Emitter",
                                        "org.eclipse.microprofile.reactive.messaging.Outgoing",
                                        "org.eclipse.microprofile.reactive.messaging.Channel",
                                        "org.apache.kafka.clients.producer.KafkaProducer")
                                .contains(type.getName())))
                .because("what is not appended in the transaction of its cause is lost or made up")
                .check(classes);
    }

    private void consumersKeepOrder() {
        String incoming = "org.eclipse.microprofile.reactive.messaging.Incoming";
        methods()
                .that()
                .areAnnotatedWith(incoming)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Consumer")
                .allowEmptyShould(true)
                .check(classes);
        noMethods()
                .that()
                .areAnnotatedWith(incoming)
                .should()
                .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                .orShould()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .because("virtual threads lose the order of a key, and the inbox opens the transaction")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void timeComesFromTheClock() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .should()
                    .callMethod(type, "now")
                    .because("time comes from the injected Clock")
                    .check(classes);
        }
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from the injected Clock")
                .check(classes);
    }

    private void moneyIsExact() {
        fields().that()
                .haveRawType(describe(
                        "floating point",
                        type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(type.getName())))
                .should(new ArchCondition<>("not be money") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                        if (MONEY.matcher(field.getName()).matches()
                                || MONEY.matcher(field.getOwner().getSimpleName())
                                        .matches()) {
                            events.add(
                                    SimpleConditionEvent.violated(field, field.getFullName() + " is floating point"));
                        }
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    private void entitiesGuardTheirState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(classes);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .and()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void namesSaySomething() {
        classes()
                .should(new ArchCondition<>("have names and packages that say something") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String pack = type.getPackageName();
                        if (EMPTY_NAME.matcher(type.getSimpleName()).matches()
                                || pack.matches(
                                        ".*\\.(util|utils|common|helper|impl|dto|misc|service|mapper)(\\..*)?")) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing"));
                        }
                    }
                })
                .check(classes);
    }

    private void packagesAreNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean generated = type.getModifiers().contains(JavaModifier.SYNTHETIC);
            if (!generated && !type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                unmarked.add(type.getPackageName());
            }
        }
        if (!unmarked.isEmpty()) {
            throw new AssertionError("Packages without @NullMarked: " + unmarked);
        }
    }
}
