package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.address.AddressSettings;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeldRefusalsTest {
    private static final int MORE_THAN_THREADS = 300;
    private static final String REFUSED = "HTTP/1.1 429 Too Many Requests";

    private final HttpServer server = TestServer.of(
            new HttpLimits(AddressSettings.DEFAULT, 2000, 1 << 20), HttpServer.Times.DEFAULT, List.of(new Refusing()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void refusedClientWaits_andHoldsNoThread() throws IOException {
        var begun = System.nanoTime();
        var refused = new ArrayList<TestConnection>();
        for (var i = 0; i < MORE_THAN_THREADS; i++) {
            refused.add(
                    TestConnection.from(3 + i % 3, server.port()).request("GET", i % 2 == 0 ? "/thrown" : "/later"));
        }

        // Its address would have no thread left.
        try (var other = TestConnection.from(3, server.port()).request("GET", "/here")) {
            assertThat(other.status()).isEqualTo("HTTP/1.1 200 OK");
        }
        for (var connection : refused) {
            assertThat(connection.status()).isEqualTo(REFUSED);
            connection.close();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(HttpServer.Times.DEFAULT.refusal());
    }

    @Test
    void refusal_isAProblem() {
        assertThat(TestClient.of(server.port()).get("/thrown").problem()).isEqualTo("429 TOO_BUSY");
    }

    private static final class Refusing implements Routes {
        @Override
        public void addTo(RoutesConfig routes) {
            routes.get("/here", context -> context.result("here"))
                    .get("/thrown", context -> {
                        throw refusal();
                    })
                    .get(
                            "/later",
                            context -> context.future(() -> CompletableFuture.runAsync(() -> {
                                throw refusal();
                            })));
        }

        private static ProblemException refusal() {
            return ProblemException.later(429, "TOO_BUSY", "try again", Duration.ofSeconds(1));
        }
    }
}
