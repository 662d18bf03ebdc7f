package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.address.AddressSettings;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A route that streams its body waits for its client as long as that likes. */
@Timeout(60)
class ThreadSharesTest {
    private static final int MORE_THAN_THREADS = 300;

    private final AtomicInteger waiting = new AtomicInteger();
    private final List<TestConnection> open = new ArrayList<>();
    private final HttpServer server =
            TestServer.of(new HttpLimits(AddressSettings.DEFAULT, 2000, 1 << 20), new Streaming());

    @AfterEach
    void close() throws IOException {
        for (var client : open) {
            client.close();
        }
        server.close();
    }

    @Test
    void routesThatWaitForTheirClients_leaveThreadsForOthers() throws IOException {
        for (var i = 0; i < MORE_THAN_THREADS; i++) {
            open.add(TestConnection.from(3 + i % 3, server.port()).declare("/stream", "Content-Length: 100"));
        }
        await().until(() -> waiting.get() >= 140);

        assertThat(TestClient.of(server.port()).get("/health").status()).isEqualTo(200);
        assertThat(TestClient.of(server.port()).get("/here").text()).isEqualTo("here");
        var refused = TestConnection.from(3, server.port()).request("GET", "/here");
        open.add(refused);
        assertThat(refused.status()).isEqualTo("HTTP/1.1 429 Too Many Requests");
    }

    private final class Streaming implements Routes {
        @Override
        public void addTo(RoutesConfig routes) {
            routes.get("/here", context -> context.result("here")).post("/stream", context -> {
                waiting.incrementAndGet();
                context.result(Integer.toString(context.bodyInputStream().readAllBytes().length));
            });
        }

        @Override
        public Set<String> streamed() {
            return Set.of("/stream");
        }
    }
}
