package io.faceline.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String ADMIN = "an admin's long token";

    private static final SessionKey KEY = SessionKey.random();

    private final Set<SessionId> ended = ConcurrentHashMap.newKeySet();
    private final SessionSecret secret = KEY.create();
    private final TestServer server = serve(new Access(
            new AccessSettings(Optional.of(ADMIN), Duration.ofHours(24), Optional.of(KEY)), ended::contains));

    @AfterEach
    void close() {
        server.close();
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
        var admin = new Caller(Optional.empty(), true);
        var visitor = new Caller(Optional.of(secret.session()), false);

        assertThat(admin.maySee(secret.session())).isTrue();
        assertThat(admin.mayChange(secret.session())).isFalse();
        assertThat(admin.mayChange(SessionId.SHARED)).isTrue();
        assertThat(visitor.maySee(secret.session())).isTrue();
        assertThat(visitor.mayChange(SessionId.SHARED)).isFalse();
        assertThat(visitor.maySee(KEY.create().session())).isFalse();
        assertThat(Caller.NOBODY.maySee(secret.session())).isFalse();
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
