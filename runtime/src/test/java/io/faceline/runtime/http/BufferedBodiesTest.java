package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.address.AddressSettings;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 400 KiB of memory for bodies, of which an address alone gets half. */
@Timeout(60)
class BufferedBodiesTest {
    private static final int KIB = 1024;
    private static final long MEMORY = 400 * KIB;
    /** More than Jetty has threads. */
    private static final int MORE_THAN_THREADS = 300;

    private final List<TestConnection> open = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        server = TestServer.of(
                new HttpLimits(AddressSettings.DEFAULT, 2000, MEMORY),
                routes -> routes.post("/echo", context -> context.result(context.bodyAsBytes()))
                        .get("/echo", context -> context.result("here")),
                new Streamed());
    }

    @AfterEach
    void close() throws IOException {
        for (var client : open) {
            client.close();
        }
        server.close();
    }

    @Test
    void slowBodies_holdNoThread() throws IOException {
        for (var i = 0; i < MORE_THAN_THREADS; i++) {
            slow(3 + i % 3, 200, new byte[100]);
        }

        assertThat(client().get("/health").status()).isEqualTo(200);
        assertThat(post(KIB).status()).isEqualTo(200);
        for (var client : open) {
            client.send(new byte[100]);
        }
        for (var client : open) {
            assertThat(client.status()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void whatIsOnlyDeclared_takesNothingFromOthers() throws IOException {
        for (var i = 0; i < 30; i++) {
            slow(3, 190 * KIB, new byte[10]);
        }

        assertThat(post(100 * KIB).status()).isEqualTo(200);
    }

    @Test
    void addressThatTakesAllItGets_leavesRoomForOthers() throws IOException {
        for (var i = 0; i < 30; i++) {
            slow(3, 20 * KIB, new byte[19 * KIB]);
        }
        await().atMost(20, TimeUnit.SECONDS).until(() -> server.freeBodyBytes() <= MEMORY / 2);

        assertThat(post(90 * KIB).status()).isEqualTo(200);
        var refused = slow(3, 50 * KIB, new byte[50 * KIB]);
        assertThat(refused.status()).isEqualTo("HTTP/1.1 429 Too Many Requests");
    }

    @Test
    void memory_isGivenBack_howeverARequestEnds() throws IOException {
        assertThat(post(50 * KIB).status()).isEqualTo(200);
        assertThat(client().post("/nothing", "text/plain", new byte[50 * KIB]).status())
                .isEqualTo(404);
        var aborted = slow(3, 60 * KIB, new byte[50 * KIB]);
        await().until(() -> server.freeBodyBytes() < MEMORY);

        aborted.close();

        await().until(() -> server.freeBodyBytes() == MEMORY);
    }

    @Test
    void bodyBeyondTheMost_isTooLarge_howeverItIsSent() throws IOException {
        assertThat(post(200 * KIB).status()).isEqualTo(200);
        assertThat(post(200 * KIB + 1).problem()).isEqualTo("413 CONTENT_TOO_LARGE");
        assertThat(client().post("/echo", "application/json", new byte[67 * KIB])
                        .problem())
                .as("JSON counts three times")
                .isEqualTo("413 CONTENT_TOO_LARGE");

        var chunked = TestConnection.from(3, server.port()).declare("/echo", "Transfer-Encoding: chunked");
        open.add(chunked);
        chunked.send(("40000\r\n" + "x".repeat(0x40000) + "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(chunked.status()).startsWith("HTTP/1.1 413 ");
    }

    /** A method by header reads its body like one by name. */
    @Test
    void overriddenMethod_isBufferedToo() throws IOException {
        for (var i = 0; i < MORE_THAN_THREADS; i++) {
            var client = TestConnection.from(3 + i % 3, server.port());
            open.add(client.declare("/echo", "Content-Length: 100", "X-HTTP-Method-Override: POST"));
        }
        for (var i = 0; i < MORE_THAN_THREADS; i++) {
            var client = TestConnection.from(3 + i % 3, server.port());
            open.add(client.send(("PUT /echo HTTP/1.1\r\nHost: localhost\r\nX-HTTP-Method-Override: POST\r\n"
                            + "Content-Length: 100\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
        }

        assertThat(client().get("/health").status()).isEqualTo(200);
    }

    @Test
    void streamedBody_isReadByItsRoute() {
        var sent = client().post("/streamed", "text/plain", new byte[500 * KIB]);

        assertThat(sent.text()).isEqualTo(Integer.toString(500 * KIB));
    }

    private TestConnection slow(int address, int declared, byte[] sent) throws IOException {
        var client = TestConnection.from(address, server.port());
        open.add(client);
        return client.declare("/echo", "Content-Length: " + declared).send(sent);
    }

    private HttpAnswer post(int bytes) {
        return client().post("/echo", "text/plain", new byte[bytes]);
    }

    private TestClient client() {
        return TestClient.of(server.port());
    }

    private static final class Streamed implements Routes {
        @Override
        public void addTo(RoutesConfig routes) {
            routes.post(
                    "/streamed",
                    context -> context.result(
                            Integer.toString(context.bodyInputStream().readAllBytes().length)));
        }

        @Override
        public Set<String> streamed() {
            return Set.of("/streamed");
        }
    }
}
