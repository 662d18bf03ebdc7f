package io.faceline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.ApiMain;
import io.faceline.detector.DetectorMain;
import io.faceline.embedder.EmbedderMain;
import io.faceline.ingest.IngestMain;
import io.faceline.matcher.MatcherMain;
import io.faceline.standalone.broker.InProcessBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each service by its own main in a process of its own, configured by its environment, against a Kafka elsewhere. */
class SeparateProcessesTest {
    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() throws InterruptedException {
        processes.forEach(Process::destroy);
        for (var process : processes) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void photoSentToIngest_comesBackFromTheMatcher() throws Exception {
        var photo = Path.of(System.getProperty("faceline.npm"), "node_modules/@vladmandic/face-api/demo/sample3.jpg");
        Assumptions.assumeTrue(Files.exists(photo), "the sample photos that npm brings are missing");
        try (var broker = InProcessBroker.start(folder.resolve("kafka"))) {
            var environment = Map.of(
                    "FACELINE_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "FACELINE_STATE_FOLDER", folder.resolve("streams").toString(),
                    "FACELINE_LANE", "live");
            for (var main : List.of(DetectorMain.class, EmbedderMain.class, MatcherMain.class)) {
                start(main, environment, 0);
            }
            var apiPort = freePort();
            var ingestPort = freePort();
            start(ApiMain.class, environment, apiPort);
            start(IngestMain.class, environment, ingestPort);
            awaitReady(apiPort);
            awaitReady(ingestPort);

            var answer = post(ingestPort, Files.readAllBytes(photo));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"decision\":\"unknown\"").contains("fr_feature@87aacdfe");
            end();
        }
    }

    @Test
    void wrongSetting_endsTheProcessBeforeKafkaIsAsked() throws Exception {
        var process = start(MatcherMain.class, Map.of("FACELINE_MATCH_THRESHOLD", "7"), 0);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(log(MatcherMain.class)))
                .contains("FACELINE_MATCH_THRESHOLD must be between -1 and 1, was \"7\"");
    }

    private Process start(Class<?> main, Map<String, String> environment, int port) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dfaceline.npm=" + System.getProperty("faceline.npm"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.environment().putAll(environment);
        if (port != 0) {
            builder.environment().put("FACELINE_HTTP_PORT", Integer.toString(port));
        }
        var process = builder.redirectErrorStream(true)
                .redirectOutput(log(main).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path log(Class<?> main) {
        return folder.resolve(main.getSimpleName() + ".log");
    }

    private void awaitReady(int port) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get(port, "/health").statusCode() == 200);
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(port, path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int port, byte[] photo) throws Exception {
        var request = HttpRequest.newBuilder(at(port, "/api/v1/recognize"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
