package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

            var answer = post(services.process("ingest").httpPort(), photo);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"decision\":\"unknown\"").contains("fr_feature@87aacdfe");
            assertThat(get(services.process("api").httpPort(), "/health").body())
                    .contains("\"ready\":true");
        }
        var expected = new HashMap<String, Integer>();
        services.names().forEach(name -> expected.put(name, ENDED_WHEN_ASKED_TO));
        expected.put("topics", 0);
        assertThat(services.exitCodes()).isEqualTo(expected);
        for (var name : services.names()) {
            assertThat(Files.readString(services.log(name))).doesNotContain("Exception", "close_failed");
        }
    }

    @Test
    void healthCheckIsBad_nobodyListens() throws Exception {
        var nobody = new ProcessBuilder(ROOT.resolve("scripts/healthy").toString());
        nobody.environment().put("FACELINE_HTTP_PORT", "1");

        assertThat(nobody.start().waitFor()).isNotZero();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(port, path)).build());
    }

    private static HttpResponse<String> post(int port, Path photo) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(port, "/api/v1/recognize"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofFile(photo))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
