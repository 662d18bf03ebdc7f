package io.faceline.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpServer;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends hostile requests to every route: each is refused with a documented code, nothing is echoed or stored, and the
 * server keeps running. {@code -Dfaceline.hostile.requests} and {@code -Dfaceline.hostile.seed} control the random
 * part.
 */
@Tag("slow")
class HostileRequestsTest {
    private static final String ADMIN = "an admin's long token";
    private static final int MOST_SHOWN = 20;

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static HttpServer server;
    private static Set<String> codes;
    private static String session;

    @BeforeAll
    static void up() throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_REQUESTS_PER_SECOND", "100000");
        environment.put("FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "100000");
        environment.put("FACELINE_SESSIONS_PER_MINUTE", "100000");
        environment.put("FACELINE_SPOOL_FOLDER", folder.resolve("spool").toString());
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment);
        server = pipeline.serve("127.0.0.1", 0);
        codes = DocumentedCodes.read();
        var created = json(RawRequest.of("POST", "/api/v1/sessions"));
        session = "Bearer " + created.path("token").asText();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    static Set<String> routes() {
        return ValidRequests.all().keySet();
    }

    @Test
    void everyRoute_isTried() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(Set.copyOf(server.routes()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void route_refusesWhatIsHostile(String route) throws IOException {
        var right = withSession(ValidRequests.all().get(route), route);
        var pattern = route.substring(route.indexOf(' ') + 1);

        var faults = new ArrayList<String>();
        HostileRequests.on(right, pattern).forEach((what, request) -> fault(request.bytes())
                .ifPresent(fault -> faults.add(shown(what) + ": " + fault)));

        assertThat(faults.stream().limit(MOST_SHOWN)).isEmpty();
    }

    @Test
    void frames_areRefusedOneByOne() throws Exception {
        try (var camera = new HostileFrames(server.port())) {
            for (var body : HostileValues.bodies().entrySet()) {
                var told = Mappers.JSON.readTree(camera.send(body.getValue()));

                assertThat(codes)
                        .as(body.getKey())
                        .contains(told.path("error").path("code").asText());
            }
            assertThat(camera.send("text")).isEqualTo("closed 1003");
        }
        try (var camera = new HostileFrames(server.port())) {
            assertThat(camera.send(new byte[9 << 20])).startsWith("closed");
        }
    }

    @Test
    void randomlyChangedRequests_areRefusedOrAnswered() throws IOException {
        var random = new Random(Long.getLong("faceline.hostile.seed", 4));
        var right = List.copyOf(ValidRequests.all().entrySet());
        var faults = new ArrayList<String>();

        for (var i = 0; i < Integer.getInteger("faceline.hostile.requests", 1000); i++) {
            var chosen = right.get(random.nextInt(right.size()));
            var bytes =
                    Mutation.of(withSession(chosen.getValue(), chosen.getKey()).bytes(), random);
            var number = i;
            fault(bytes).ifPresent(fault -> faults.add(number + " " + chosen.getKey() + ": " + fault));
        }

        assertThat(faults.stream().limit(MOST_SHOWN)).isEmpty();
    }

    /** Content that looks like a video becomes a job, which fails and can be deleted. */
    @AfterEach
    void nothingIsKept() throws IOException {
        for (var job : jobs()) {
            var path = "/api/v1/jobs/" + job.path("id").asText();
            await().until(() -> as(session, "GET", path).path("state").asText().equals("FAILED"));
            as(session, "DELETE", path);
        }
        await().until(() -> jobs().isEmpty());
        assertThat(as("Bearer " + ADMIN, "GET", "/api/v1/people").path("items")).isEmpty();
        assertThat(spooled()).isEmpty();
        assertThat(ask(RawRequest.of("GET", "/health")).status()).isEqualTo(200);
    }

    private static JsonNode jobs() throws IOException {
        return as(session, "GET", "/api/v1/jobs").path("items");
    }

    private static JsonNode as(String caller, String method, String path) throws IOException {
        return json(RawRequest.of(method, path).header("Authorization", caller));
    }

    private static List<Path> spooled() throws IOException {
        try (var files = Files.walk(folder.resolve("spool"))) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("job-"))
                    .toList();
        }
    }

    /** Requests that end sessions use a session of their own. */
    private static RawRequest withSession(RawRequest right, String route) throws IOException {
        return right.header("Authorization", route.equals("DELETE /api/v1/session") ? newSession() : session);
    }

    private static String newSession() throws IOException {
        return "Bearer "
                + json(RawRequest.of("POST", "/api/v1/sessions")).path("token").asText();
    }

    private static Optional<String> fault(byte[] request) {
        try {
            return RawResponse.to(request, server.port())
                    .flatMap(answer -> answer.fault(codes).map(fault -> fault + " in " + shown(answer.toString())));
        } catch (SocketTimeoutException e) {
            return Optional.of("no answer");
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private static String shown(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    private static RawResponse ask(RawRequest request) throws IOException {
        return RawResponse.to(request.bytes(), server.port()).orElseThrow();
    }

    private static JsonNode json(RawRequest request) throws IOException {
        return Mappers.JSON.readTree(ask(request).body());
    }
}
