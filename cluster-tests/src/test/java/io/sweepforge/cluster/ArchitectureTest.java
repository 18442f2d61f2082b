package io.sweepforge.cluster;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;

/** What docs/architecture.md says about who may use what, held to the compiled classes. */
@AnalyzeClasses(packages = "io.sweepforge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ACTORS = {
        "io.sweepforge.coordinator.sweep..",
        "io.sweepforge.coordinator.dispatch..",
        "io.sweepforge.coordinator.directory..",
        "io.sweepforge.coordinator.gateway.."
    };

    @ArchTest
    static final ArchRule searchStrategiesArePure = noClasses()
            .that()
            .resideInAPackage("io.sweepforge.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akka..", "com.fasterxml..", "java.io..", "java.nio.file..", "java.net..", "java.time..")
            .because("a suggestion depends on seed and history only, in any process");

    @ArchTest
    static final ArchRule kernelsKnowNoActors = noClasses()
            .that()
            .resideInAPackage("io.sweepforge.kernels..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("akka..", "com.fasterxml..", "io.sweepforge.protocol..", "io.sweepforge.search..");

    @ArchTest
    static final ArchRule theDriverAndCudnnHaveTheirPackages = noClasses()
            .that()
            .resideOutsideOfPackages("io.sweepforge.kernels.gpu.jcuda..", "io.sweepforge.kernels.nn.cudnn.jcudnn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jcuda..")
            .because("everything else runs on an emulated GPU as well");

    @ArchTest
    static final ArchRule coordinatorKnowsFamiliesOnlyFromNodes = noClasses()
            .that()
            .resideInAPackage("io.sweepforge.coordinator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sweepforge.kernels..", "io.sweepforge.node..");

    @ArchTest
    static final ArchRule nodesDoNotSearch = noClasses()
            .that()
            .resideInAPackage("io.sweepforge.node..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sweepforge.search..", "io.sweepforge.coordinator..");

    @ArchTest
    static final ArchRule clientsKnowOnlyHttp = noClasses()
            .that()
            .resideInAPackage("io.sweepforge.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akka..",
                    "io.sweepforge.coordinator..",
                    "io.sweepforge.node..",
                    "io.sweepforge.protocol..",
                    "io.sweepforge.kernels..",
                    "io.sweepforge.search..");

    @ArchTest
    static final ArchRule specificationsAndStoresKnowNoActors = noClasses()
            .that()
            .resideInAnyPackage("io.sweepforge.coordinator.spec..", "io.sweepforge.coordinator.dataset..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("akka..");

    @ArchTest
    static final ArchRule randomnessHasASeed = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(callOfNowWithoutClock())
            .because("whoever needs the time is given a java.time.Clock, so that tests can set it");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.sweepforge.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAnyPackage(ACTORS), resideInAnyPackage(ACTORS))
            .because("only actors that talk to each other know each other's messages");

    private static DescribedPredicate<JavaCall<?>> callOfNowWithoutClock() {
        return target(nameMatching("now"))
                .and(target(owner(nameMatching("java\\.time\\..*"))))
                .and(target(rawParameterTypes(List.of())))
                .as("java.time's now() without a clock");
    }
}
