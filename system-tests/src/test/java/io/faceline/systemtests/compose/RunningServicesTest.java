package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.runtime.http.TestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the services of docker-compose.yml without Docker, each by its main class, with an external Kafka. */
class RunningServicesTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final int ENDED_WHEN_ASKED_TO = 143;

    @TempDir
    Path folder;

    @Test
    void photoSentToIngest_comesBackFromTheMatcher_andAllEndCleanly() throws Exception {
        var photo = Path.of(System.getProperty("faceline.npm"), "node_modules/@vladmandic/face-api/demo/sample3.jpg");
        assumeThat(photo).as("the sample photos of the npm package").exists();
        var services = RunningServices.open(ROOT, folder, false, List.of("-XX:TieredStopAtLevel=1"));
        try (services) {
            services.start();

            var answer = TestClient.of(services.process("ingest").httpPort())
                    .post("/api/v1/recognize", "image/jpeg", Files.readAllBytes(photo))
                    .expect(200);

            assertThat(answer.text()).contains("\"decision\":\"unknown\"").contains("fr_feature@87aacdfe");
            assertThat(TestClient.of(services.process("api").httpPort())
                            .get("/health")
                            .text())
                    .contains("\"ready\":true");
        }
        var expected = new HashMap<String, Integer>();
        services.names().forEach(name -> expected.put(name, ENDED_WHEN_ASKED_TO));
        expected.put("topics", 0);
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
