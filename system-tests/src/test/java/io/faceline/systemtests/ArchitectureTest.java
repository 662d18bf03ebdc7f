package io.faceline.systemtests;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.image.header.ImageKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the architecture rules, which docs/explanation/architecture.md explains. */
class ArchitectureTest {
    private static final List<String> SERVICES =
            List.of("ingest", "detector", "embedder", "matcher", "tracker", "alerts", "api");

    private static final String[] RECORDS = Stream.of(
                    "", ".identity", ".frame", ".face", ".person", ".session", ".job", ".change", ".track")
            .map(name -> "io.faceline.contracts" + name)
            .toArray(String[]::new);
    private static final String[] JDK_AND_RECORDS = Stream.concat(
                    Stream.of("java..", "org.jspecify.."), Stream.of(RECORDS))
            .toArray(String[]::new);
    private static final String ADMITTED_IMAGE = "io.faceline.vision.image.decode.AdmittedImage";
    private static final int MAX_CLASSES_IN_A_PACKAGE = 25;

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.faceline");
    }

    @Test
    void records_importTheJdkOnly() {
        classes()
                .that()
                .resideInAnyPackage(RECORDS)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK_AND_RECORDS))
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
                .resideOutsideOfPackages("io.faceline.vision..", "io.faceline.matcher.index..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.opencv..", "nu.pattern..", "ai.onnxruntime.."))
                .check(classes);
    }

    /** They want the libraries of sound cards and screens, which a server lacks; so does FFmpeg's program. */
    @Test
    void devicesOfFfmpeg_areLoadedForCamerasThatAreDevicesAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.faceline.vision.camera.ffmpeg.Devices")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.bytedeco.ffmpeg", "org.bytedeco.ffmpeg.avdevice.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.bytedeco.ffmpeg.global.avdevice")
                .check(classes);
    }

    @Test
    void arraysOfBlobs_areSeenByVisionAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.faceline.vision..")
                .should()
                .callMethod(Blob.class, "unsafeArray")
                .check(classes);
    }

    /** Nor is any header read a second time. */
    @Test
    void images_areAdmittedByTheValidatorAlone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ImageValidator")
                .should()
                .callMethod(ImageHeader.class, "read", ImageKind.class, Blob.class)
                .orShould()
                .callConstructorWhere(target(owner(assignableTo(ADMITTED_IMAGE))))
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
    void services_doNotDependOnStandalone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.faceline.standalone..",
                        "io.faceline.cli..",
                        "io.faceline.benchmarks..",
                        "io.faceline.systemtests..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.faceline.standalone.."))
                .check(classes);
    }

    @Test
    void commandLine_isNoPartOfAnythingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.faceline.cli..", "io.faceline.systemtests..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.faceline.cli.."))
                .check(classes);
    }

    @Test
    void trackingAndIndex_arePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("io.faceline.tracking..", "io.faceline.matcher.index..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.kafka..", "io.javalin..", "io.faceline.runtime.kafka.."))
                .check(classes);
    }

    @Test
    void http_staysInWebAndTheServicesThatServeIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.faceline.runtime.http..", "io.faceline.web..", "io.faceline.ingest..", "io.faceline.api..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."))
                .check(classes);
    }

    @Test
    void packages_areSmall() {
        var sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().contains("jmh_generated"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MAX_CLASSES_IN_A_PACKAGE));
    }

    @Test
    void onlyMains_exitAndReadTheEnvironment() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .resideOutsideOfPackage("io.faceline.cli..")
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
