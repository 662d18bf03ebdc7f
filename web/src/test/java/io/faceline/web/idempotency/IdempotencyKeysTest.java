package io.faceline.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionSecret;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PEOPLE = "/api/v1/people";
    private static final String FORM = "multipart/form-data; boundary=";

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final CompletableFuture<Void> release = new CompletableFuture<>();
    private final String anna = SessionSecret.create().reveal();
    private final String ben = SessionSecret.create().reveal();
    private HttpServer server;

    @BeforeEach
    void start() {
        server = serve();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpServer serve() {
        Routes routes = some ->
                some.post(PEOPLE, this::make).post("/api/v1/videos", this::make).post("/api/v1/sessions", this::make);
        var access = new Access(new AccessSettings(Optional.empty(), Duration.ofHours(1)));
        var started = new HttpServer(
                HttpSettings.of("127.0.0.1", 0),
                List.of(),
                new SimpleMeterRegistry(),
                List.of(new IdempotencyKeys(access, now::get), routes));
        started.start();
        return started;
    }

    private void make(Context context) {
        var body = context.isMultipartFormData()
                ? context.formParam("name") + context.uploadedFiles("file").size()
                : context.body();
        var answer =
                body + made.incrementAndGet() + " " + RequestIds.of(context).id("person");
        switch (body) {
            case "busy" -> throw ProblemException.later(429, "TOO_BUSY", "later", Duration.ofSeconds(1));
            case "bad" -> throw new ProblemException(422, "BAD_NAME", "none");
            case "slow" -> context.future(() -> release.thenRun(() -> context.result(answer)));
            default -> context.status(201).header("Location", "/at/" + made).result(answer);
        }
    }

    @Test
    void repeatedRequest_getsTheFirstAnswer() throws Exception {
        var first = post(PEOPLE, anna, "key-1", "Ada");
        var second = post(PEOPLE, anna, "key-1", "Ada");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location")).contains("/at/1");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(made).hasValue(1);
    }

    @Test
    void otherCallerKeyOrRoute_isAnotherRequest() throws Exception {
        post(PEOPLE, anna, "key-1", "Ada");
        post(PEOPLE, ben, "key-1", "Ada");
        post(PEOPLE, anna, "key-2", "Ada");
        post("/api/v1/videos", anna, "key-1", "Ada");

        assertThat(made).hasValue(4);
    }

    @Test
    void keyWithAnotherRequest_isRefused() throws Exception {
        post(PEOPLE, anna, "key-1", "Ada");

        assertThat(post(PEOPLE, anna, "key-1", "Bob").body()).contains("\"code\":\"IDEMPOTENCY_KEY_REUSED\"");
        assertThat(post(PEOPLE + "?scope=shared", anna, "key-1", "Ada").statusCode())
                .isEqualTo(422);
        assertThat(made).hasValue(1);
    }

    @Test
    void form_isTheSameWithAnotherBoundary() throws Exception {
        var first = post(PEOPLE, anna, "key-1", form("one", "photo"), "Content-Type", FORM + "one");
        var second = post(PEOPLE, anna, "key-1", form("two", "photo"), "Content-Type", FORM + "two");
        var other = post(PEOPLE, anna, "key-1", form("two", "other"), "Content-Type", FORM + "two");

        assertThat(first.body()).startsWith("Ada1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void requestInProgress_isNotStartedTwice() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> postUnchecked("slow"));
        await().until(() -> made.get() == 1);

        var second = post(PEOPLE, anna, "key-1", "slow");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("\"code\":\"REQUEST_UNDER_WAY\"");
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        release.complete(null);
        assertThat(first.join().statusCode()).isEqualTo(200);
        await().until(() ->
                post(PEOPLE, anna, "key-1", "slow").body().equals(first.join().body()));
    }

    @Test
    void permanentErrors_areStored_andTemporaryOnesAreNot() throws Exception {
        for (var i = 0; i < 2; i++) {
            assertThat(post(PEOPLE, anna, "key-1", "bad").body()).contains("BAD_NAME");
            assertThat(post(PEOPLE, anna, "key-2", "busy").statusCode()).isEqualTo(429);
        }

        assertThat(made).hasValue(3);
    }

    @Test
    void answer_expiresAfterADay() throws Exception {
        post(PEOPLE, anna, "key-1", "Ada");
        now.addAndGet(Duration.ofHours(24).plusSeconds(1).toNanos());
        post(PEOPLE, anna, "key-1", "Ada");

        assertThat(made).hasValue(2);
    }

    @Test
    void restart_makesTheSameIdsAgain() throws Exception {
        var first = post(PEOPLE, anna, "key-1", "Ada").body();
        server.close();
        server = serve();

        assertThat(id(post(PEOPLE, anna, "key-1", "Ada").body())).isEqualTo(id(first));
        assertThat(id(post(PEOPLE, ben, "key-1", "Ada").body())).isNotEqualTo(id(first));
        assertThat(id(post(PEOPLE, anna, "key-2", "Ada").body())).isNotEqualTo(id(first));
        assertThat(made).hasValue(4);
    }

    @Test
    void badKey_isRefused() throws Exception {
        assertThat(post(PEOPLE, anna, "two words", "Ada").statusCode()).isEqualTo(400);
        assertThat(post(PEOPLE, anna, "x".repeat(256), "Ada").statusCode()).isEqualTo(400);
        assertThat(post(PEOPLE, anna, "x".repeat(255), "Ada").statusCode()).isEqualTo(201);
        assertThat(made).hasValue(1);
    }

    @Test
    void newSessions_areNeverReplayed() throws Exception {
        post("/api/v1/sessions", anna, "key-1", "");
        post("/api/v1/sessions", anna, "key-1", "");

        assertThat(made).hasValue(2);
    }

    private static String id(String answer) {
        return answer.substring(answer.indexOf(' '));
    }

    private static String form(String boundary, String photo) {
        var border = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        return border + "\"name\"\r\n\r\nAda\r\n" + border + "\"file\"; filename=\"a.jpg\"\r\n\r\n" + photo + "\r\n--"
                + boundary + "--\r\n";
    }

    private HttpResponse<String> postUnchecked(String body) {
        try {
            return post(PEOPLE, anna, "key-1", body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, String token, String key, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }
}
