package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestMemoryLimitTest {
    private static final int KIB = 1024;
    private static final String PATH = "/api/v1/echo";

    private final RequestMemoryLimit room = new RequestMemoryLimit(100 * KIB, 60 * KIB);
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(
                room, new EchoRoutes(), routes -> routes.post("/api/v1/videos", context -> context.status(202)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void roomIsGivenBack_howeverARequestEnds() throws Exception {
        post(PATH, 50 * KIB).expect(200);
        post("/api/v1/nothing", 50 * KIB).expect(404);
        try (var socket = declaring("Content-Length: 51200")) {
            assertThat(socket.isConnected()).isTrue();
            await().until(() -> room.free() == 50 * KIB);
        }

        await().until(() -> room.free() == 100 * KIB);
    }

    @Test
    void bodiesBeyondTheLimit_areRejectedBeforeTheyAreRead() throws Exception {
        try (var socket = declaring("Content-Length: 61440")) {
            assertThat(socket.isConnected()).isTrue();
            await().until(() -> room.free() == 40 * KIB);

            var refused = post(PATH, 41 * KIB);

            assertThat(refused.problem()).isEqualTo("429 TOO_BUSY");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            post(PATH, 40 * KIB).expect(200);
            server.client().get(PATH).expect(200);
            post("/api/v1/videos", 50 * KIB).expect(202);
        }
    }

    @Test
    void unknownLength_reservesTheMaximum() throws Exception {
        try (var socket = declaring("Transfer-Encoding: chunked")) {
            assertThat(socket.isConnected()).isTrue();
            await().until(() -> room.free() == 40 * KIB);
        }
        await().until(() -> room.free() == 100 * KIB);
    }

    @Test
    void json_reservesMemoryForItsParsedCopies() throws Exception {
        try (var socket = declaring("Content-Length: 10240\r\nContent-Type: application/json")) {
            assertThat(socket.isConnected()).isTrue();
            await().until(() -> room.free() == 70 * KIB);
        }
    }

    private HttpAnswer post(String path, int bytes) {
        return server.client().post(path, "text/plain", new byte[bytes]);
    }

    /** A request that says what will come, and sends nothing of it. */
    private Socket declaring(String headers) throws Exception {
        var socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream()
                .write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
