package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.faceline.cli.TestPhotos;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.web.access.SessionKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Checks that logs and output hold no secret and no name, even at the most verbose level. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class SecretsInLogsTest {
    private static final String ADMIN = "admins-long-token-8d1f";
    private static final String KEY = SessionKey.newText();
    private static final String NAME = "Zoraïde-of-the-Log";
    private static final String OTHER_NAME = "Quillon-in-the-Log";
    private static final String REFUSED_NAME = "Ondine-in-the-Log";

    @TempDir
    static Path folder;

    private final Heard heard = new Heard();
    private final Set<String> secrets = new LinkedHashSet<>(List.of(ADMIN, KEY, NAME, OTHER_NAME, REFUSED_NAME));
    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Pipeline pipeline;
    private TestClient client;

    /** All log messages with their stack traces. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    @BeforeAll
    void listenAndUse() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        heard.start();
        root().addAppender(heard);
        root().setLevel(Level.INFO);
        logger("io.faceline").setLevel(Level.DEBUG);
        TestPhotos.galleryWithTheWoman(folder, "woman");
        up();
        use();
        pipeline.close();
    }

    @AfterAll
    void stopListening() {
        System.setOut(out);
        root().detachAppender(heard);
        root().setLevel(Level.WARN);
        logger("io.faceline").setLevel(Level.INFO);
    }

    private void up() {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_SESSION_KEY", KEY);
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        secrets.add(ClientLogin.read(folder.resolve("data")).orElseThrow().password());
        client = TestClient.of(pipeline.serve("127.0.0.1", 0).port());
    }

    /** Enrolls, recognises, renames, moves and deletes people, and provokes errors. */
    private void use() throws Exception {
        var token = client.post("/api/v1/sessions").at("/token");
        var cookie = client.post("/api/v1/sessions", "{\"cookie\":true}").header("Set-Cookie");
        secrets.add(token);
        secrets.add(cookie.replaceAll("faceline-session=([^;]*);.*", "$1"));
        var id = enroll(token, "people", NAME).expect(201).at("/id");
        enroll(ADMIN, "people?scope=shared", NAME).expect(201);
        assertThat(ask(token, "POST", "recognize", image("ignored")).text()).contains(NAME);
        ask(token, "PATCH", "people/" + id, name(OTHER_NAME)).expect(200);
        var exported = ask(ADMIN, "GET", "people/export?scope=shared", "").text();
        ask(token, "POST", "people/import", exported);
        ask(token, "POST", "people/import", "{\"name\":\"" + REFUSED_NAME + "\"}");
        for (var refused : List.of(REFUSED_NAME + "\\u202E", REFUSED_NAME + "\\u0000", REFUSED_NAME.repeat(100))) {
            ask(token, "PATCH", "people/" + id, name(refused)).expect(422);
            enroll(token, "people", refused);
        }
        ask(token, "POST", "people/" + id + "/merge", "{\"into\":\"" + REFUSED_NAME + "\"}");
        ask(token, "GET", "people?cursor=" + URLEncoder.encode(REFUSED_NAME, StandardCharsets.UTF_8), "");
        ask(token + "x", "GET", "people", "");
        ask(token, "POST", "people", "{\"name\":\"" + REFUSED_NAME);
        ask(token, "DELETE", "people/" + id, "").expect(204);
        ask(token, "DELETE", "session", "").expect(204);
    }

    @Test
    void nothingIsTold() {
        assertThat(heard.lines).isNotEmpty();
        assertThat(secrets).hasSize(8).allMatch(secret -> secret.length() > 10);
        assertThat(heard.lines).noneMatch(this::tells);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(secrets);
    }

    @Test
    void aSecretThatIsTold_isFound() {
        for (var secret : secrets) {
            logger("io.faceline.somewhere").debug("of={}", secret);
            logger("org.elsewhere").info("failed", new IllegalStateException("with " + secret));
        }
        var told = heard.lines.stream().filter(this::tells).toList();
        heard.lines.removeIf(this::tells);

        assertThat(told).hasSize(2 * secrets.size());
    }

    private boolean tells(String line) {
        return secrets.stream().anyMatch(line::contains);
    }

    private HttpAnswer enroll(String token, String path, String name) throws Exception {
        return ask(token, "POST", path, image(name));
    }

    private String image(String name) throws Exception {
        var bytes = Files.readAllBytes(folder.resolve("woman").resolve("cut-from-sample1.jpg"));
        return "{\"name\":\"" + name + "\",\"image\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }

    private static String name(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private HttpAnswer ask(String token, String method, String path, String body) {
        return client.as(token).json(method, "/api/v1/" + path, body);
    }

    private static Logger root() {
        return logger(Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
