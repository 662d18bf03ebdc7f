package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.FrameId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.metrics.Metrics;
import io.faceline.runtime.settings.SettingsException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {
    private static final int MAX_BODY_BYTES = 2000;

    private final PrometheusMeterRegistry registry = Metrics.registry();
    private Health health = Health.GOOD;
    private HttpServer server;

    @BeforeEach
    void start() {
        Routes routes = some -> some.get("/id", context -> context.json(new FrameId("a/1")))
                .get("/problem", context -> {
                    throw new ProblemException(409, "ALREADY_THERE", "it is there already; take another");
                })
                .get("/bug", context -> {
                    throw new IllegalStateException("secret internals");
                })
                .ws("/socket", socket -> {})
                .post(
                        "/form",
                        context -> context.result(
                                Integer.toString(context.uploadedFiles("file").size())))
                .post("/files-on-disk", context -> {
                    var photo = context.uploadedFiles("file").get(0);
                    context.result(temporaryFilesWith(photo.content().readAllBytes()));
                })
                .post("/echo", context -> context.result(context.bodyAsBytes()));
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0, MAX_BODY_BYTES, Set.of("https://app.example.org"), Optional.empty()),
                List.of(() -> health),
                registry,
                List.of(routes));
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
        registry.close();
    }

    @Test
    void healthIsOk_allGood() {
        var answer = get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"live\":true,\"ready\":true,\"reasons\":[],\"warnings\":[]}");
    }

    @Test
    void healthIsUnavailable_notReady() {
        health = Health.notReady("starting");

        var answer = get("/health");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .isEqualTo("{\"live\":true,\"ready\":false,\"reasons\":[\"starting\"],\"warnings\":[]}");
    }

    @Test
    void liveIsTold_fromReady() {
        health = Health.notReady("starting");
        assertThat(get("/health/live").status()).isEqualTo(200);
        assertThat(get("/health/ready").status()).isEqualTo(503);
        assertThat(get("/health/ready").text()).contains("\"reasons\":[\"starting\"]");

        health = Health.dead("a bug");
        assertThat(get("/health/live").status()).isEqualTo(503);

        health = Health.GOOD;
        assertThat(get("/health/live").status()).isEqualTo(200);
        assertThat(get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void metricsAreText_asPrometheusReadsIt() {
        registry.counter("faceline.frames", "lane", "live").increment();

        var answer = get("/metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text()).contains("faceline_frames_total{lane=\"live\"} 1.0", "jvm_memory_used_bytes");
    }

    @Test
    void metricsByName_areOnlyThose() {
        registry.counter("faceline.frames", "lane", "live").increment();
        registry.counter("faceline.others").increment();

        assertThat(get("/metrics?name%5B%5D=faceline_frames_total").text())
                .contains("# TYPE faceline_frames_total counter", "faceline_frames_total{lane=\"live\"} 1.0")
                .doesNotContain("faceline_others", "jvm_");
    }

    /** Anybody may ask for them, and collecting thousands takes a tenth of a second. */
    @Test
    void metricsAreCollectedOnceASecond_andCompressedOnce() {
        var now = new AtomicLong();
        var text = new MetricsText(registry, now::get);
        var first = text.all();
        assertThat(text.all()).isSameAs(first);

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(text.all()).isNotSameAs(first);
        assertThat(client().get("/metrics", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void jsonIsOurs_routeReturnsARecord() {
        assertThat(get("/id").text()).isEqualTo("\"a/1\"");
    }

    @Test
    void answerIsAProblem_routeThrowsOne() {
        var answer = get("/problem");

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertProblem(answer, 409, "ALREADY_THERE", "it is there already; take another");
    }

    @Test
    void answerIsAProblem_unknownRoute() {
        assertProblem(get("/nowhere"), 404, "NOT_FOUND", "there is nothing at GET /nowhere");
    }

    @Test
    void answerTellsNoInternals_bug() {
        var answer = get("/bug");

        assertProblem(answer, 500, "INTERNAL_SERVER_ERROR", "internal error; see the server log");
        assertThat(answer.text()).doesNotContain("secret");
    }

    @Test
    void answerIsAProblem_bodyTooLarge() {
        assertThat(post("x".repeat(MAX_BODY_BYTES)).status()).isEqualTo(200);

        assertProblem(
                post("x".repeat(MAX_BODY_BYTES + 1)),
                413,
                "CONTENT_TOO_LARGE",
                "the body exceeds the maximum of " + MAX_BODY_BYTES + " bytes");
    }

    @Test
    void formTooLarge_isTheSameProblem() {
        var small = new MultipartForm().files(new byte[MAX_BODY_BYTES - 300]);
        var large = new MultipartForm().files(new byte[MAX_BODY_BYTES + 1]);
        var several = new MultipartForm().files(new byte[MAX_BODY_BYTES / 2], new byte[MAX_BODY_BYTES / 2]);

        assertThat(client().post("/form", small).text()).isEqualTo("1");
        for (var form : List.of(large, several)) {
            assertProblem(
                    client().post("/form", form),
                    413,
                    "CONTENT_TOO_LARGE",
                    "the body exceeds the maximum of " + MAX_BODY_BYTES + " bytes");
            assertProblem(
                    client().with("Content-Type", form.mediaType())
                            .send(
                                    "POST",
                                    "/form",
                                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes()))),
                    413,
                    "CONTENT_TOO_LARGE",
                    "the body exceeds the maximum of " + MAX_BODY_BYTES + " bytes");
        }
    }

    /** Photos are on no disk but that of the data folder. */
    @Test
    void formLeavesNoFile_whileItsRouteRuns() {
        var photo = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

        var answer = client().post("/files-on-disk", new MultipartForm().files(photo));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    private static String temporaryFilesWith(byte[] content) throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> holds(file, content))
                    .map(Path::toString)
                    .collect(Collectors.joining());
        }
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            // Of others, and gone meanwhile.
            return false;
        }
    }

    @Test
    void damagedForm_isABadRequest() {
        var whole = new MultipartForm().files(new byte[100]);

        var answer = client().post("/form", whole.mediaType(), Arrays.copyOf(whole.bytes(), 50));

        assertThat(answer.problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void startIsRefused_portInUse() {
        var same = new HttpSettings("127.0.0.1", server.port(), MAX_BODY_BYTES, Set.of(), Optional.empty());
        try (var second = new HttpServer(same, List.of(), registry, List.of())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void browsersAreToldToBeStrict_anyAnswer() {
        for (var path : List.of("/health", "/nowhere", "/bug")) {
            var answer = get(path);

            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("connect-src 'self' ws://127.0.0.1:" + server.port() + " wss://127.0.0.1:" + server.port()
                            + ";");
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    private static void assertProblem(HttpAnswer answer, int status, String code, String detail) {
        var problem = answer.json();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).isEqualTo(detail);
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("title").asText()).isNotEmpty();
    }

    @Test
    void writeOfAnotherSitesPage_isRefused() {
        var foreign = postFrom("http://evil.example:" + server.port());

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text()).contains("CROSS_SITE").contains("FACELINE_CORS_ORIGINS");
        assertThat(postFrom("http://127.0.0.1:" + server.port()).status()).isEqualTo(200);
        assertThat(postFrom("null").status()).isEqualTo(403);
    }

    @Test
    void allowedOrigin_mayCall() throws Exception {
        var answer = postFrom("https://app.example.org");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void originThatTheOperatorNamed_mayAskBefore() throws Exception {
        var answer = client().with("Origin", "https://app.example.org")
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/echo", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization");
    }

    @Test
    void crossSiteWebSocket_isRejected() throws Exception {
        assertThat(upgradeFrom("http://evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(upgradeFrom("http://127.0.0.1:" + server.port())).startsWith("HTTP/1.1 101 ");
    }

    private String upgradeFrom(String origin) throws IOException {
        return firstLine("GET /socket HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nOrigin: " + origin
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    }

    /**
     * DNS rebinding: a page of evil.example, which resolves to this machine, has a matching origin but a foreign host
     * name.
     */
    @Test
    void foreignName_isRefusedOnLoopback() throws Exception {
        assertThat(firstLine("GET /id HTTP/1.1\r\nHost: evil.example\r\n\r\n")).startsWith("HTTP/1.1 421 ");
        assertThat(firstLine("GET /id HTTP/1.1\r\nHost: localhost:1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    /** Sends a request that Java's own HTTP clients cannot send. */
    private String firstLine(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private HttpAnswer postFrom(String origin) {
        return client().with("Origin", origin).send("POST", "/echo", BodyPublishers.ofString("x"));
    }

    @Test
    void answerOfARejectedRequest_arrivesBeforeItsBody() throws IOException {
        var rest = new byte[500_000];
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            out.write(("POST /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + rest.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 404 Not Found");
            out.write(rest);

            // A reset would be an exception.
            assertThat(answer.lines()).anyMatch(line -> line.contains("there is nothing at POST /nothing"));
        }
    }

    @Test
    void connectionOfARejectedRequest_isClosedWithoutItsBody() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.lines()).first().isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    private HttpAnswer get(String path) {
        return client().get(path);
    }

    private HttpAnswer post(String body) {
        return client().send("POST", "/echo", BodyPublishers.ofString(body));
    }

    private TestClient client() {
        return TestClient.of(server.port());
    }

    @ParameterizedTest
    @CsvSource({
        "GET /<script> HTTP/1.1\\r\\nHost: localhost, 400",
        "GET /id HTTP/1.1\\r\\nHost: localhost\\r\\nX: %LONG%, 431",
        "GET /%LONG% HTTP/1.1\\r\\nHost: localhost, 414",
        "GET /id HTTP/9.9\\r\\nHost: localhost, 505",
        "GET /id HTTP/1.1, 400",
        "POST /echo HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: x, 400",
        "<script>alert(1)</script>, 400",
    })
    void malformedRequest_getsAProblemWithoutAnEcho(String request, int status) throws Exception {
        var answer = raw(request.replace("\\r\\n", "\r\n").replace("%LONG%", "<x>".repeat(10_000)) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\":" + status, "X-Content-Type-Options: nosniff")
                .doesNotContain("<", "jetty", "Jetty");
    }

    @Test
    void routes_areListed() {
        assertThat(server.routes()).contains("GET /health", "POST /echo", "WEBSOCKET /socket");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
