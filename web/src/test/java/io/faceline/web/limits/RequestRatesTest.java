package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two requests per second and caller with a burst of eight; four per address with a burst of sixteen; three sessions
 * per minute.
 */
@Tag("slow")
class RequestRatesTest {
    private static final String ADMIN = "an admin's long token";
    private static final SessionKey KEY = SessionKey.random();
    private static final String PATH = "/api/v1/echo";
    private static final String FORWARDED = "X-Forwarded-For";

    private final AtomicLong now = new AtomicLong();
    private TestServer server;

    @BeforeEach
    void start() {
        var settings = LimitSettings.from(new Settings(Map.of(
                "FACELINE_REQUESTS_PER_SECOND", "2",
                "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "4",
                "FACELINE_SESSIONS_PER_MINUTE", "3",
                "FACELINE_TRUSTED_PROXIES", "127.0.0.1, 10.1.0.0/16, fd00::/8")));
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1), Optional.of(KEY)), session -> false);
        server = new TestServer(
                new RequestRates(new CallerKeys(access, settings), settings, now::get), new EchoRoutes());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void fastCaller_getsRetryAfter() {
        var anna = bearer();
        assertThat(accepted(8, FORWARDED, "192.0.2.1", "Authorization", anna)).isEqualTo(8);

        var refused = server.client().get(PATH, FORWARDED, "192.0.2.1", "Authorization", anna);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(accepted(1, FORWARDED, "192.0.2.1", "Authorization", bearer()))
                .isEqualTo(1);

        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(accepted(2, FORWARDED, "192.0.2.1", "Authorization", anna)).isEqualTo(1);
    }

    @Test
    void inventedSessions_shareTheLimitOfTheirAddress() {
        var accepted = 0;
        for (var i = 0; i < 20; i++) {
            accepted += accepted(1, FORWARDED, "192.0.2.1", "Authorization", bearer());
        }

        assertThat(accepted).isEqualTo(16);
        assertThat(accepted(1, FORWARDED, "192.0.2.2")).isEqualTo(1);
    }

    @Test
    void anonymousCallers_areCountedByAddress() {
        assertThat(accepted(9, FORWARDED, "192.0.2.1")).isEqualTo(8);
        assertThat(accepted(9, FORWARDED, "192.0.2.2")).isEqualTo(8);
    }

    @Test
    void networkOfIpv6_isOneAddress() {
        assertThat(accepted(8, FORWARDED, "2001:db8::1")).isEqualTo(8);

        assertThat(accepted(1, FORWARDED, "2001:db8::ffff:1")).isZero();
        assertThat(accepted(1, FORWARDED, "2001:db8:0:1::1")).isEqualTo(1);
    }

    @Test
    void onlyTheProxysEntry_isTrusted() {
        for (var i = 0; i < 8; i++) {
            assertThat(accepted(1, FORWARDED, "198.51.100." + i + ", 192.0.2.1, 127.0.0.1"))
                    .isEqualTo(1);
        }

        assertThat(accepted(1, FORWARDED, "203.0.113.1, 192.0.2.1")).isZero();
        assertThat(accepted(1, FORWARDED, "192.0.2.1, 203.0.113.1")).isEqualTo(1);
    }

    @Test
    void admin_isNotCounted() {
        assertThat(accepted(50, "Authorization", "Bearer " + ADMIN)).isEqualTo(50);
        // A caller with a guessed token is limited.
        assertThat(accepted(50, "Authorization", "Bearer guess")).isEqualTo(8);
    }

    @Test
    void newSessions_areCountedByAddress() {
        for (var i = 0; i < 3; i++) {
            assertThat(server.client()
                            .post("/api/v1/sessions", "", FORWARDED, "192.0.2.1")
                            .status())
                    .isEqualTo(201);
        }

        var refused = server.client().post("/api/v1/sessions", "", FORWARDED, "192.0.2.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("20");
    }

    @Test
    void health_isAlwaysAnswered() {
        for (var i = 0; i < 50; i++) {
            assertThat(server.client().get("/health").status()).isEqualTo(200);
        }
    }

    /** Ten times as many as calls: 160 at once. */
    @Test
    void files_areCountedByAddress() {
        for (var i = 0; i < 160; i++) {
            assertThat(server.client().get("/file").status()).isEqualTo(200);
        }

        assertThat(server.client().get("/file").problem()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(server.client().get("/file", FORWARDED, "192.0.2.2").status())
                .isEqualTo(200);
        assertThat(server.client().get("/health").status()).isEqualTo(200);
    }

    private static String bearer() {
        return "Bearer " + KEY.create().reveal();
    }

    private int accepted(int requests, String... headers) {
        var accepted = 0;
        for (var i = 0; i < requests; i++) {
            accepted += server.client().get(PATH, headers).status() == 429 ? 0 : 1;
        }
        return accepted;
    }
}
