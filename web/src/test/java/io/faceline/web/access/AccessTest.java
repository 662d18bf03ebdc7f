package io.faceline.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final String ADMIN = "an admin's long token";

    private static final String KEY_TEXT = SessionKey.newText();
    private static final SessionKey KEY = SessionKey.parse(KEY_TEXT);

    private final Set<SessionId> ended = ConcurrentHashMap.newKeySet();
    private final SessionSecret secret = KEY.create();
    private final TestServer server = serve(new Access(
            new AccessSettings(Optional.of(ADMIN), Duration.ofHours(24), Optional.of(KEY)), ended::contains));

    @AfterEach
    void close() {
        server.close();
    }

    /** Days before a session ends of which a video is kept, its owner must still have the secret. */
    @ParameterizedTest
    @CsvSource({"720h, 2592000", "1h, 86400"})
    void cookie_livesAsLongAsAKeptVideo_andAsLongAsAnIdleSession(String kept, String seconds) {
        var environment = Map.of("FACELINE_KEPT_JOB_RETENTION", kept, SessionKey.SETTING, KEY_TEXT);
        var settings = AccessSettings.from(new Settings(environment));
        try (var other = serve(new Access(settings, ended::contains))) {
            assertThat(other.client().get("/enter").header("Set-Cookie")).contains("Max-Age=" + seconds + ";");
        }
    }

    @Test
    void callerWithoutCredentials_isNobody() {
        assertThat(get("/who").text()).isEqualTo("nobody");
        assertThat(get("/own").status()).isEqualTo(401);
        assertThat(get("/admin").status()).isEqualTo(403);
    }

    @Test
    void secret_standsForItsSession_inHeaderAndCookie() {
        var own = secret.session().value();

        assertThat(get("/own", "Authorization", "Bearer " + secret.reveal()).text())
                .isEqualTo(own);
        assertThat(get("/own", "Cookie", "faceline-session=" + secret.reveal()).text())
                .isEqualTo(own);
        assertThat(get("/admin", "Authorization", "Bearer " + secret.reveal()).status())
                .isEqualTo(403);
    }

    @Test
    void adminToken_isTheAdmins() {
        assertThat(get("/admin", "Authorization", "Bearer " + ADMIN).text()).isEqualTo("admin");
        assertThat(get("/who", "Authorization", "Bearer " + ADMIN).text()).isEqualTo("admin");
    }

    @Test
    void credentialsThatAreNone_areRefused() {
        for (var wrong : List.of("Bearer " + ADMIN + "x", "Bearer fls_short", "Basic YTpi", "Bearer ", "x")) {
            var answer = get("/who", "Authorization", wrong);

            assertThat(answer.status()).as(wrong).isEqualTo(401);
            assertThat(answer.text())
                    .contains("BAD_TOKEN")
                    .doesNotContain("fls_short")
                    .doesNotContain(ADMIN);
        }
    }

    @Test
    void cookie_cannotBeReadByScripts_norSentByOtherSites() {
        var cookie = get("/enter").header("Set-Cookie");

        assertThat(cookie)
                .startsWith("faceline-session=fls_")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Path=/")
                .contains("Max-Age=86400");
    }

    @Test
    void secretThatNoServerMade_isAnsweredAsNone() {
        var foreign = SessionKey.random().create().reveal();
        var madeUp = "fls_" + "A".repeat(64);
        var ofAnEarlierVersion = "fls_" + "A".repeat(43);

        for (var wrong : List.of(foreign, madeUp, ofAnEarlierVersion)) {
            assertThat(get("/who", "Authorization", "Bearer " + wrong).problem())
                    .isEqualTo("401 BAD_TOKEN");
            assertThat(get("/who", "Cookie", "faceline-session=" + wrong).text())
                    .isEqualTo("nobody");
        }
    }

    @Test
    void endedSession_isAnsweredAsNone() {
        ended.add(secret.session());

        assertThat(get("/who", "Authorization", "Bearer " + secret.reveal()).problem())
                .isEqualTo("401 BAD_TOKEN");
        assertThat(get("/who", "Cookie", "faceline-session=" + secret.reveal()).text())
                .isEqualTo("nobody");
        assertThat(get("/renew", "Cookie", "faceline-session=" + secret.reveal())
                        .header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void cookieOverHttps_isOfThisHostAlone() {
        var own = "__Host-faceline-session=" + secret.reveal();
        var planted = "faceline-session=" + KEY.create().reveal();

        assertThat(get("/enter", "X-Forwarded-Proto", "https").header("Set-Cookie"))
                .startsWith("__Host-faceline-session=fls_")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("Path=/")
                .doesNotContainIgnoringCase("Domain");
        assertThat(get("/own", "X-Forwarded-Proto", "https", "Cookie", planted + "; " + own)
                        .text())
                .isEqualTo(secret.session().value());
        assertThat(get("/who", "X-Forwarded-Proto", "https", "Cookie", planted).text())
                .isEqualTo("nobody");
    }

    @Test
    void withoutAKey_nothingIsServed_andTheWayToOneIsTold() {
        var settings = AccessSettings.from(new Settings(Map.of()));

        assertThatThrownBy(() -> new Access(settings, session -> false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_SESSION_KEY")
                .hasMessageContaining("openssl rand -hex 32")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shortAdminToken_isRejectedWithoutBeingRevealed() {
        assertThatThrownBy(() -> AccessSettings.from(new Settings(Map.of("FACELINE_ADMIN_TOKEN", "s3cr3t"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_ADMIN_TOKEN")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void adminSeesAll_butChangesOnlyTheSharedGallery() {
        var admin = new Caller(Optional.empty(), true, true);
        var visitor = new Caller(Optional.of(secret.session()), false, false);

        assertThat(admin.maySee(secret.session())).isTrue();
        assertThat(admin.mayChange(secret.session())).isFalse();
        assertThat(admin.mayChange(SessionId.SHARED)).isTrue();
        assertThat(visitor.maySee(secret.session())).isTrue();
        assertThat(visitor.mayChange(SessionId.SHARED)).isFalse();
        assertThat(visitor.maySee(KEY.create().session())).isFalse();
        assertThat(new Caller(Optional.empty(), false, true).maySee(secret.session()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, auto, true",
        "0.0.0.0, auto, false",
        "127.0.0.1, private, false",
        "0.0.0.0, private, false",
        "127.0.0.1, public, true",
        "0.0.0.0, public, true",
    })
    void sharedGallery_isListedForTheAdmin_andForOthersWhereTheOperatorSaysSo(
            String host, String setting, boolean isListed) {
        var settings = new Settings(Map.of(
                "FACELINE_ADMIN_TOKEN", ADMIN,
                "FACELINE_SHARED_GALLERY", setting,
                "FACELINE_SESSION_KEY", KEY_TEXT));
        var access = new Access(AccessSettings.from(settings), session -> false);
        Routes routes = to -> to.get(
                "/sees",
                context ->
                        context.result(Boolean.toString(access.caller(context).seesSharedGallery())));
        try (var served =
                new HttpServer(HttpSettings.of(host, 0), List.of(), new SimpleMeterRegistry(), List.of(routes))) {
            served.start();
            var client = TestClient.of(served.port());

            assertThat(client.get("/sees").text()).isEqualTo(Boolean.toString(isListed));
            assertThat(client.as(secret.reveal()).get("/sees").text()).isEqualTo(Boolean.toString(isListed));
            assertThat(client.get("/sees", "Cookie", "faceline-session=" + secret.reveal())
                            .text())
                    .isEqualTo(Boolean.toString(isListed));
            assertThat(client.as(ADMIN).get("/sees").text()).isEqualTo("true");
        }
    }

    private static TestServer serve(Access access) {
        return new TestServer(routes -> routes.get("/who", context -> context.result(who(access, context)))
                .get("/own", context -> context.result(access.session(context).value()))
                .get("/admin", context -> {
                    access.requireAdmin(context);
                    context.result("admin");
                })
                .get("/renew", access::renewCookie)
                .get("/enter", context -> access.setCookie(context, KEY.create())));
    }

    private static String who(Access access, Context context) {
        var caller = access.caller(context);
        return caller.isAdmin()
                ? "admin"
                : caller.session().map(SessionId::value).orElse("nobody");
    }

    private HttpAnswer get(String path, String... headers) {
        return server.client().get(path, headers);
    }
}
