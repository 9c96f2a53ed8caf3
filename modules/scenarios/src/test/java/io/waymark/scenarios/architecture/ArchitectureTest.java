package io.waymark.scenarios.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** What holds for all main code, whoever writes it. */
@AnalyzeClasses(packages = "io.waymark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] NOUNS = {
        "io.waymark.inventory..", "io.waymark.booking..", "io.waymark.channels..", "io.waymark.insights.."
    };

    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(NOUNS)
            .and(simpleNameEndingWith("Rules").or(assignableTo(ClusterMessage.class)))
            .or(resideInAPackage("io.waymark.kernel.."))
            .as("rules, states, commands and the kernel");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime");

    @ArchTest
    static final ArchRule modulesFormNoCycle =
            slices().matching("io.waymark.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfThePipelineFormNoCycle =
            slices().matching("io.waymark.pipeline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aNounShowsItsRootPackageOnly = classes()
            .that()
            .resideInAPackage("io.waymark..")
            .should(meetNounsInTheirRootPackage())
            .because("a module meets the rest in its root package; what is below it is its own business");

    @ArchTest
    static final ArchRule rulesArePure = noClasses()
            .that(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.pekko..", "com.fasterxml.jackson..", "java.sql..", "javax.sql..", "java.net.http..")
            .because("the same function serves the actor, the dry run and the property test");

    @ArchTest
    static final ArchRule thePipelineKnowsTheJournalOnly = noClasses()
            .that()
            .resideInAPackage("io.waymark.pipeline..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.waymark..")
                    .and(not(resideInAnyPackage(
                            "io.waymark.pipeline..",
                            "io.waymark.kernel..",
                            "io.waymark.events..",
                            "io.waymark.telemetry.."))));

    @ArchTest
    static final ArchRule nobodyKnowsThePipeline = noClasses()
            .that()
            .resideOutsideOfPackage("io.waymark.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.waymark.pipeline..")
            .because("it is another process; what it writes is what others read");

    @ArchTest
    static final ArchRule thePublishedLanguageKnowsTheKernelOnly = noClasses()
            .that()
            .resideInAPackage("io.waymark.events..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.waymark..")
                    .and(not(resideInAnyPackage("io.waymark.events..", "io.waymark.kernel.."))));

    @ArchTest
    static final ArchRule routesHoldNoSql = noClasses()
            .that()
            .areAssignableTo("org.apache.pekko.http.javadsl.server.AllDirectives")
            .and()
            .resideOutsideOfPackage("io.waymark.app")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule nounsReachTheDatabaseThroughTheRuntime = noClasses()
            .that()
            .resideInAnyPackage(NOUNS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.DriverManager")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer.hikari..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule theClockIsPassedIn = noClasses()
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("ask the machine for the time", ArchitectureTest::asksTheTime));

    @ArchTest
    static final ArchRule chanceIsPassedIn =
            noClasses().should().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    @ArchTest
    static final ArchRule logsGoThroughSlf4j =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule onlyTheLauncherTalksToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("io.waymark.launcher..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Service|Dto|DTO)")
            .orShould()
            .haveNameMatching(".*\\.Abstract[A-Z].*");

    @ArchTest
    static final ArchRule everyPackageSaysThatNullIsAnException =
            classes().that().resideInAPackage("io.waymark..").should(bePartOfANullMarkedPackage());

    private static boolean asksTheTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean now = CLOCKS.contains(target.getOwner().getName())
                && target.getName().equals("now")
                && target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().isEmpty();
        return now
                || (target.getOwner().getName().equals("java.lang.System")
                        && target.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> meetNounsInTheirRootPackage() {
        return new ArchCondition<>("meet other modules' nouns in their root package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass target = dependency.getTargetClass();
                    if (resideInAnyPackage(NOUNS).test(target)
                            && !module(type).equals(module(target))
                            && !target.getPackageName().equals(module(target))
                            && !allowed(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }

    /**
     * Decided one by one: whoever adds to these changes what a module shows.
     *
     * <p>The replay, the scenarios and the sandbox play channels, so they write and read the messages that a channel writes and reads.
     * Availabilities are a read of the inventory, kept with its tables.
     */
    private static boolean allowed(JavaClass type, JavaClass target) {
        String from = type.getPackageName();
        return target.getPackageName().startsWith("io.waymark.channels.alpinebits")
                ? from.startsWith("io.waymark.launcher.replay")
                        || from.startsWith("io.waymark.launcher.scenario")
                        || from.startsWith("io.waymark.sandbox")
                : target.getPackageName().equals("io.waymark.inventory.availability")
                        && target.getName().startsWith("io.waymark.inventory.availability.Availabilit")
                        && from.equals("io.waymark.channels.port");
    }

    /** {@code io.waymark.booking} of all that is in it and below. */
    private static String module(JavaClass type) {
        String name = type.getPackageName();
        int end = name.indexOf('.', "io.waymark.".length());
        return end < 0 ? name : name.substring(0, end);
    }

    private static ArchCondition<JavaClass> bePartOfANullMarkedPackage() {
        return new ArchCondition<>("be part of a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
