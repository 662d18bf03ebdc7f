package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.runtime.http.TestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the services of docker-compose.yml without Docker, each by its main class, with an external Kafka. They are started
 * once, and end in the last test.
 */
@Tag("slow")
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningServicesTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Path PHOTO =
            Path.of(System.getProperty("faceline.npm"), "node_modules/@vladmandic/face-api/demo/sample3.jpg");
    private static final int ENDED_WHEN_ASKED_TO = 143;
    private static final int KILLED = 137;
    private static final Duration MAX_ANSWER_AFTER_A_KILL = Duration.ofSeconds(15);
    private static final int PHOTOS = 10;

    @TempDir
    static Path folder;

    private static RunningServices services;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(PHOTO).as("the sample photos of the npm package").exists();
        services = RunningServices.open(ROOT, folder, false, List.of("-XX:TieredStopAtLevel=1"));
        services.start();
    }

    @AfterAll
    static void end() {
        if (services != null) {
            services.close();
        }
    }

    @Test
    @Order(1)
    void photoSentToIngest_comesBackFromTheMatcher() throws Exception {
        var answer = TestClient.of(services.process("ingest").httpPort())
                .post("/api/v1/recognize", "image/jpeg", Files.readAllBytes(PHOTO))
                .expect(200);

        assertThat(answer.text()).contains("\"decision\":\"unknown\"").contains("fr_feature@87aacdfe");
        assertThat(TestClient.of(services.process("api").httpPort())
                        .get("/health")
                        .text())
                .contains("\"ready\":true");
    }

    /** The short form of scripts/camera-flood, without figures. */
    @Test
    @Order(2)
    void visitorsAreAnswered_andEveryFrameOfACamera_cameraLaneIsFlooded() throws Exception {
        var kafka = services.kafka();
        var visitor = new VisitorPhotos(services.process("ingest").httpPort(), List.of(Files.readAllBytes(PHOTO)));
        try (var flood = new CameraFlood(kafka, ScaledPhoto.of(PHOTO, 3840, 2160), 16, 40)) {
            flood.start();

            var answers = visitor.send(PHOTOS);
            flood.stop(Duration.ofMinutes(1));

            assertThat(answers.statuses()).isEqualTo(Map.of(200, PHOTOS));
            // How many are decoded depends on the machine.
            assertThat(flood.outcomes().keySet()).isSubsetOf("STALE", "answered");
            assertThat(flood.outcomes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(flood.sent());
        }
    }

    /** The matcher is the stage with state; scripts/killed-instance measures the others as well. */
    @Test
    @Order(3)
    void everyPhotoIsAnswered_oneOfTwoMatchersIsKilled() throws Exception {
        var answers = new KilledInstance(services, List.of(Files.readAllBytes(PHOTO))).of("matcher");

        System.out.println("longest answer after the kill of a matcher: "
                + Math.round(answers.millis().at(1)) + " ms");
        assertThat(answers.statuses()).containsOnlyKeys(200);
        assertThat(answers.millis().at(1)).isLessThan(MAX_ANSWER_AFTER_A_KILL.toMillis());
    }

    @Test
    @Order(4)
    void services_endCleanly() throws Exception {
        services.close();

        var expected = new HashMap<String, Integer>();
        services.names().forEach(name -> expected.put(name, ENDED_WHEN_ASKED_TO));
        expected.put("topics", 0);
        expected.put("matcher", KILLED);
        assertThat(services.exitCodes()).isEqualTo(expected);
        for (var name : services.names()) {
            assertThat(Files.readString(services.log(name)))
                    .doesNotContain("Exception", "not closed cleanly", "event=close_failed");
        }
    }

    @Test
    void healthCheckIsBad_nobodyListens() throws Exception {
        var nobody = new ProcessBuilder(ROOT.resolve("scripts/healthy").toString());
        nobody.environment().put("FACELINE_HTTP_PORT", "1");

        assertThat(nobody.start().waitFor()).isNotZero();
    }
}
