package io.faceline.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ADMIN = "an admin's long token";

    private final SessionSecret secret = SessionSecret.create();
    private final HttpServer server =
            serve(new Access(AccessSettings.from(new Settings(Map.of("FACELINE_ADMIN_TOKEN", ADMIN)))));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void callerWithoutCredentials_isAnonymous() throws Exception {
        assertThat(get("/who").body()).isEqualTo("nobody");
        assertThat(get("/own").statusCode()).isEqualTo(401);
        assertThat(get("/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void secret_authenticatesItsSession_inHeaderAndCookie() throws Exception {
        var own = secret.session().value();

        assertThat(get("/own", "Authorization", "Bearer " + secret.reveal()).body())
                .isEqualTo(own);
        assertThat(get("/own", "Cookie", "faceline-session=" + secret.reveal()).body())
                .isEqualTo(own);
        assertThat(get("/admin", "Authorization", "Bearer " + secret.reveal()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void adminToken_isTheAdmins() throws Exception {
        assertThat(get("/admin", "Authorization", "Bearer " + ADMIN).body()).isEqualTo("admin");
        assertThat(get("/who", "Authorization", "Bearer " + ADMIN).body()).isEqualTo("admin");
    }

    @Test
    void invalidCredentials_areRejected() throws Exception {
        for (var wrong : List.of("Bearer " + ADMIN + "x", "Bearer fls_short", "Basic YTpi", "Bearer ", "x")) {
            var answer = get("/who", "Authorization", wrong);

            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.body())
                    .contains("BAD_TOKEN")
                    .doesNotContain("fls_short")
                    .doesNotContain(ADMIN);
        }
    }

    @Test
    void cookie_cannotBeReadByScripts_norSentByOtherSites() throws Exception {
        var cookie = get("/enter").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .startsWith("faceline-session=fls_")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Path=/")
                .contains("Max-Age=86400");
    }

    @Test
    void guessableSecrets_areRejected() {
        assertThat(SessionSecret.parse("fls_")).isEmpty();
        assertThat(SessionSecret.parse("secret")).isEmpty();
        assertThat(SessionSecret.parse(secret.reveal()).orElseThrow().session()).isEqualTo(secret.session());
        assertThat(secret).asString().doesNotContain(secret.reveal());
        assertThat(SessionSecret.create().session()).isNotEqualTo(secret.session());
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
        assertThat(visitor.maySee(SessionSecret.create().session())).isFalse();
        assertThat(Caller.NOBODY.maySee(secret.session())).isFalse();
    }

    private static HttpServer serve(Access access) {
        var server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0), List.of(), new SimpleMeterRegistry(), List.of(routes -> routes.get(
                                "/who", context -> context.result(who(access, context)))
                        .get(
                                "/own",
                                context ->
                                        context.result(access.session(context).value()))
                        .get("/admin", context -> {
                            access.requireAdmin(context);
                            context.result("admin");
                        })
                        .get("/enter", context -> access.setCookie(context, SessionSecret.create()))));
        server.start();
        return server;
    }

    private static String who(Access access, Context context) {
        var caller = access.caller(context);
        return caller.isAdmin()
                ? "admin"
                : caller.session().map(SessionId::value).orElse("nobody");
    }

    private HttpResponse<String> get(String path, String... header) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (header.length > 0) {
            request.headers(header);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
