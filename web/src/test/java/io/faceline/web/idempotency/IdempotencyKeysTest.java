package io.faceline.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import io.javalin.http.Context;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    private static final SessionKey KEY = SessionKey.random();
    private static final String PEOPLE = "/api/v1/people";

    private final AtomicLong now = new AtomicLong();
    private final Set<SessionId> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private final CompletableFuture<Void> release = new CompletableFuture<>();
    private final String anna = KEY.create().reveal();
    private final String ben = KEY.create().reveal();
    private TestServer server;

    @BeforeEach
    void start() {
        server = serve();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private TestServer serve() {
        Routes routes = some ->
                some.post(PEOPLE, this::make).post("/api/v1/videos", this::make).post("/api/v1/sessions", this::make);
        var access = new Access(
                new AccessSettings(Optional.empty(), Duration.ofHours(1), Optional.of(KEY)), ended::contains);
        return new TestServer(new IdempotencyKeys(access, now::get), routes);
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
    void repeat_isAnsweredWithTheFirstAnswer() {
        var first = post(PEOPLE, anna, "key-1", "Ada");
        var second = post(PEOPLE, anna, "key-1", "Ada");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo("/at/1");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(made).hasValue(1);
    }

    @Test
    void answerOfAnEndedSession_isNotGivenAgain() {
        assertThat(post(PEOPLE, anna, "key-1", "Ada").status()).isEqualTo(201);
        ended.add(SessionId.ofSecret(anna));

        var repeated = post(PEOPLE, anna, "key-1", "Ada");

        assertThat(repeated.problem()).isEqualTo("401 BAD_TOKEN");
        assertThat(repeated.text()).doesNotContain("Ada");
    }

    @Test
    void otherCallerKeyOrRoute_isAnotherRequest() {
        post(PEOPLE, anna, "key-1", "Ada");
        post(PEOPLE, ben, "key-1", "Ada");
        post(PEOPLE, anna, "key-2", "Ada");
        post("/api/v1/videos", anna, "key-1", "Ada");

        assertThat(made).hasValue(4);
    }

    @Test
    void keyWithAnotherRequest_isRefused() {
        post(PEOPLE, anna, "key-1", "Ada");

        assertThat(post(PEOPLE, anna, "key-1", "Bob").text()).contains("\"code\":\"IDEMPOTENCY_KEY_REUSED\"");
        assertThat(post(PEOPLE + "?scope=shared", anna, "key-1", "Ada").status())
                .isEqualTo(422);
        assertThat(made).hasValue(1);
    }

    @Test
    void form_isTheSameWithAnotherBoundary() {
        var first = postForm("one", "photo");
        var second = postForm("two", "photo");
        var other = postForm("two", "other");

        assertThat(first.text()).startsWith("Ada1");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void requestUnderWay_isNotBegunTwice() {
        var first = CompletableFuture.supplyAsync(() -> post(PEOPLE, anna, "key-1", "slow"));
        await().until(() -> made.get() == 1);

        var second = post(PEOPLE, anna, "key-1", "slow");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("\"code\":\"REQUEST_UNDER_WAY\"");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        release.complete(null);
        assertThat(first.join().status()).isEqualTo(200);
        await().until(() ->
                post(PEOPLE, anna, "key-1", "slow").text().equals(first.join().text()));
    }

    @Test
    void whatIsWrongWithTheRequest_isKept_andWhatPassesIsNot() {
        for (var i = 0; i < 2; i++) {
            assertThat(post(PEOPLE, anna, "key-1", "bad").text()).contains("BAD_NAME");
            assertThat(post(PEOPLE, anna, "key-2", "busy").status()).isEqualTo(429);
        }

        assertThat(made).hasValue(3);
    }

    @Test
    void answer_isForgottenAfterADay() {
        post(PEOPLE, anna, "key-1", "Ada");
        now.addAndGet(Duration.ofHours(24).plusSeconds(1).toNanos());
        post(PEOPLE, anna, "key-1", "Ada");

        assertThat(made).hasValue(2);
    }

    @Test
    void restart_makesTheSameIdsAgain() {
        var first = post(PEOPLE, anna, "key-1", "Ada").text();
        server.close();
        server = serve();

        assertThat(id(post(PEOPLE, anna, "key-1", "Ada").text())).isEqualTo(id(first));
        assertThat(id(post(PEOPLE, ben, "key-1", "Ada").text())).isNotEqualTo(id(first));
        assertThat(id(post(PEOPLE, anna, "key-2", "Ada").text())).isNotEqualTo(id(first));
        assertThat(made).hasValue(4);
    }

    @Test
    void badKey_isRefused() {
        assertThat(post(PEOPLE, anna, "two words", "Ada").status()).isEqualTo(400);
        assertThat(post(PEOPLE, anna, "x".repeat(256), "Ada").status()).isEqualTo(400);
        assertThat(post(PEOPLE, anna, "x".repeat(255), "Ada").status()).isEqualTo(201);
        assertThat(made).hasValue(1);
    }

    @Test
    void newSessions_areNeverAnsweredAgain() {
        post("/api/v1/sessions", anna, "key-1", "");
        post("/api/v1/sessions", anna, "key-1", "");

        assertThat(made).hasValue(2);
    }

    private static String id(String answer) {
        return answer.substring(answer.indexOf(' '));
    }

    private HttpAnswer postForm(String boundary, String photo) {
        var form = new MultipartForm(boundary)
                .field("name", "Ada")
                .file("file", "a.jpg", photo.getBytes(StandardCharsets.UTF_8));
        return client(anna, "key-1").post(PEOPLE, form);
    }

    private HttpAnswer post(String path, String token, String key, String body) {
        return client(token, key).send("POST", path, BodyPublishers.ofString(body));
    }

    private TestClient client(String token, String key) {
        return server.client().as(token).with("Idempotency-Key", key);
    }
}
