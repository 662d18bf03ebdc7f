package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Tag("slow")
class TokenGuessesTest {
    private static final String ADMIN = "an admin's long token";
    private static final String PATH = "/api/v1/echo";
    private static final String HERE = "192.0.2.1";

    private static final SessionKey KEY = SessionKey.random();

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestServer server;

    @BeforeEach
    void start() {
        var settings = LimitSettings.from(new Settings(Map.of("FACELINE_TRUSTED_PROXIES", "127.0.0.1")));
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1), Optional.of(KEY)), session -> false);
        var guesses = new TokenGuesses(access, settings, now::get);
        guesses.bindTo(registry);
        server = new TestServer(guesses, new EchoRoutes());
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        logger().detachAppender(log);
        server.close();
    }

    @Test
    void afterManyWrongTokens_theRightOneIsNotToldFromThem() {
        for (var i = 0; i < TokenGuesses.PER_MINUTE; i++) {
            assertThat(status(HERE, "Bearer a guess of the token " + i)).isNotEqualTo(429);
        }

        assertThat(status(HERE, "Bearer one more guess")).isEqualTo(429);
        assertThat(status(HERE, "Bearer " + ADMIN)).isEqualTo(429);
        assertThat(status("192.0.2.2", "Bearer " + ADMIN)).isEqualTo(200);

        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(status(HERE, "Bearer " + ADMIN)).isEqualTo(200);
    }

    @Test
    void othersAtTheAddress_goOn() {
        guessOften();

        assertThat(status(HERE, "Bearer " + KEY.create().reveal())).isEqualTo(200);
        assertThat(server.client().get(PATH, "X-Forwarded-For", HERE).status()).isEqualTo(200);
    }

    @Test
    void rightTokens_costNothing() {
        for (var i = 0; i < 3 * TokenGuesses.PER_MINUTE; i++) {
            assertThat(status(HERE, "Bearer " + ADMIN)).isEqualTo(200);
        }
    }

    @Test
    void guesses_areCounted_andLoggedOnceAMinuteWithoutTheToken() {
        guessOften();

        assertThat(registry.get("faceline.rejected.tokens").functionCounter().count())
                .isEqualTo(2.0 * TokenGuesses.PER_MINUTE);
        assertThat(log.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .startsWith("event=token_rejected peer=127.0.0.1 rejected=1")
                .doesNotContain("guess"));
    }

    private void guessOften() {
        for (var i = 0; i < 2 * TokenGuesses.PER_MINUTE; i++) {
            status(HERE, "Bearer a guess of the token");
        }
    }

    private int status(String address, String authorization) {
        return server.client()
                .get(PATH, "X-Forwarded-For", address, "Authorization", authorization)
                .status();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(TokenGuesses.class);
    }
}
