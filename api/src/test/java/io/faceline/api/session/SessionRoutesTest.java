package io.faceline.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestMatcher;
import io.faceline.api.TestPeople;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionRoutesTest {
    private static final String ADMIN = "an admin's long token";
    private static final String SESSION = "/api/v1/session";
    private static final Duration EXPIRY = Duration.ofHours(2);

    private final TestPeople people = new TestPeople();
    private final TestMatcher matcher = new TestMatcher(people);
    private final Set<SessionId> ended = ConcurrentHashMap.newKeySet();
    private boolean isMarkRead = true;
    private final Access access = new Access(
            new AccessSettings(Optional.of(ADMIN), EXPIRY, Optional.of(SessionKey.random())), ended::contains);
    private Instant now = Instant.EPOCH;
    private final TestServer server = new TestServer(List.of(
            new SessionKeepAlive(access, matcher, Runnable::run, () -> now),
            new SessionRoutes(access, EXPIRY, people, this::awaitEnd, matcher, Runnable::run)));
    private final TestClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void newSession_isThatOfItsToken() {
        var created = client.post("/api/v1/sessions");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("Set-Cookie")).isEmpty();
        assertThat(created.json().path("expiresAfterSeconds").asLong()).isEqualTo(7200);
        var current = client.as(created.json().path("token").asText()).get(SESSION);
        assertThat(current.json().path("session")).isEqualTo(created.json().path("session"));
        assertThat(current.json().path("isAdmin").asBoolean()).isFalse();
        assertThat(current.json().path("expiresAfterSeconds").asLong()).isEqualTo(7200);
    }

    @Test
    void secretInACookie_isNowhereElse() {
        var created = client.post("/api/v1/sessions", "{\"cookie\":true}");

        var cookie = created.header("Set-Cookie").split(";")[0];
        assertThat(created.json().has("token")).isFalse();
        assertThat(created.text()).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        assertThat(client.get(SESSION, "Cookie", cookie).json().path("session"))
                .isEqualTo(created.json().path("session"));
    }

    @Test
    void bodyThatIsNone_isRefused() {
        assertThat(client.post("/api/v1/sessions", "{").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(client.post("/api/v1/sessions", " ".repeat(2000)).problem()).isEqualTo("413 TOO_MANY_BYTES");
    }

    @Test
    void withoutASession_thereIsNone() {
        assertThat(client.get(SESSION).problem()).isEqualTo("401 NO_SESSION");
        assertThat(client.delete(SESSION).problem()).isEqualTo("401 NO_SESSION");
        assertThat(client.as("no token").get(SESSION).problem()).isEqualTo("401 BAD_TOKEN");
        assertThat(client.as(ADMIN).delete(SESSION).problem()).isEqualTo("401 NO_SESSION");
    }

    @Test
    void admin_hasNoSession_andIsToldSo() {
        var current = client.as(ADMIN).get(SESSION).json();

        assertThat(current.path("session").isNull()).isTrue();
        assertThat(current.path("isAdmin").asBoolean()).isTrue();
    }

    @Test
    void endedSession_takesItsPeopleAlong() {
        var secret = access.newSession();
        people.add("a", "Zoë", secret.session());
        people.add("b", "Eve", SessionId.SHARED);

        var ended = client.as(secret.reveal()).delete(SESSION);

        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie")).startsWith("faceline-session=;").contains("Expires=Thu, 01 Jan 1970");
        assertThat(people.find("a").orElseThrow().deleted()).isTrue();
        assertThat(people.find("b").orElseThrow().deleted()).isFalse();
        // A keep-alive after the end would begin another session.
        assertThat(kept()).isEmpty();
    }

    @Test
    void endedSession_isNoneAnyMore() {
        var secret = access.newSession();
        var cookie = Access.COOKIE + "=" + secret.reveal();
        assertThat(client.as(secret.reveal()).get(SESSION).status()).isEqualTo(200);

        assertThat(client.as(secret.reveal()).delete(SESSION).status()).isEqualTo(204);

        assertThat(client.as(secret.reveal()).get(SESSION).problem()).isEqualTo("401 BAD_TOKEN");
        assertThat(client.get(SESSION, "Cookie", cookie).problem()).isEqualTo("401 NO_SESSION");
    }

    @Test
    void endThatThisProcessHasNotRead_isNotCalledDone() {
        isMarkRead = false;
        var secret = access.newSession();

        var ended = client.as(secret.reveal()).delete(SESSION);

        assertThat(ended.problem()).isEqualTo("202 NOT_YET_VISIBLE");
        assertThat(ended.header("Set-Cookie")).startsWith("faceline-session=;");
    }

    @Test
    void cookie_isKeptAsLongAsItsSession() {
        var secret = access.newSession();
        var cookie = Access.COOKIE + "=" + secret.reveal();

        var first = client.get(SESSION, "Cookie", cookie);
        var second = client.get(SESSION, "Cookie", cookie);
        now = now.plusSeconds(61);
        var later = client.get(SESSION, "Cookie", cookie);

        assertThat(first.header("Set-Cookie")).startsWith(cookie).contains("Max-Age=7200", "HttpOnly");
        assertThat(second.header("Set-Cookie")).isEmpty();
        assertThat(later.header("Set-Cookie")).startsWith(cookie);
    }

    @Test
    void tokenInAHeader_becomesNoCookie() {
        var answer = client.as(access.newSession().reveal()).get(SESSION);

        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void requests_areSignsOfLife_onceAMinute() {
        var ada = access.newSession();
        var bob = access.newSession();

        client.as(ada.reveal()).get(SESSION);
        client.as(ada.reveal()).get(SESSION);
        client.as(bob.reveal()).get(SESSION);
        client.get(SESSION);
        client.as(ADMIN).get(SESSION);
        assertThat(kept()).containsExactly(ada.session(), bob.session());

        now = now.plusSeconds(59);
        client.as(ada.reveal()).get(SESSION);
        now = now.plusSeconds(1);
        client.as(ada.reveal()).get(SESSION);
        assertThat(kept()).containsExactly(ada.session(), bob.session(), ada.session());
    }

    /** As if the matcher had written the mark, and this process has read it or not. */
    private boolean awaitEnd(SessionId session) {
        if (isMarkRead) {
            ended.add(session);
        }
        return isMarkRead;
    }

    private List<SessionId> kept() {
        return matcher.asked().stream()
                .filter(Change.KeepAlive.class::isInstance)
                .map(Change::session)
                .toList();
    }
}
