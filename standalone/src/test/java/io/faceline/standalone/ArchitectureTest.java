package io.faceline.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house; docs/explanation/architecture.md says why. */
class ArchitectureTest {
    private static final List<String> SERVICES = List.of("ingest", "detector", "embedder", "matcher", "api");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.faceline");
    }

    @Test
    void records_importTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.faceline.contracts")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.faceline.contracts"))
                .check(classes);
    }

    @Test
    void vision_neverSeesKafka() {
        noClasses()
                .that()
                .resideInAPackage("io.faceline.vision..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(classes);
    }

    @Test
    void pixelsAndOnnx_stayBehindVision() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.faceline.vision..", "io.faceline.matcher..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.opencv..", "nu.pattern..", "ai.onnxruntime.."))
                .check(classes);
    }

    @Test
    void matcherAndApi_neverTouchPixels() {
        noClasses()
                .that()
                .resideInAnyPackage("io.faceline.matcher..", "io.faceline.api..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.faceline.vision..", "org.opencv.."))
                .check(classes);
    }

    @Test
    void services_meetInContractsAlone() {
        for (var service : SERVICES) {
            var others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "io.faceline." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.faceline." + service + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .check(classes);
        }
    }

    @Test
    void nobody_dependsOnStandalone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.faceline.standalone..", "io.faceline.benchmarks..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.faceline.standalone.."))
                .check(classes);
    }

    @Test
    void onlyMains_exitAndReadTheEnvironment() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .resideOutsideOfPackage("io.faceline.standalone.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(classes);
    }

    @Test
    void onlyStreamsService_makesKafkaStreams() {
        noClasses()
                .that()
                .doNotHaveSimpleName("StreamsService")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(KafkaStreams.class)
                .check(classes);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.faceline.(**)").should().beFreeOfCycles().check(classes);
    }
}
