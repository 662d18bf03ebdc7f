package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestMemoryLimitTest {
    private static final int KIB = 1024;
    private static final String PATH = "/api/v1/echo";

    private final RequestMemoryLimit room = new RequestMemoryLimit(100 * KIB, 60 * KIB);
    private GuardedServer server;

    @BeforeEach
    void start() {
        server = new GuardedServer(room, routes -> routes.post("/api/v1/videos", context -> context.status(202)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void memoryIsReleased_whenARequestEndsOrFails() throws Exception {
        assertThat(server.post(PATH, "x".repeat(50 * KIB)).statusCode()).isEqualTo(200);
        assertThat(server.post("/api/v1/nothing", "x".repeat(50 * KIB)).statusCode())
                .isEqualTo(404);
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

            var refused = server.post(PATH, "x".repeat(41 * KIB));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"code\":\"TOO_BUSY\"");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(server.post(PATH, "x".repeat(40 * KIB)).statusCode()).isEqualTo(200);
            assertThat(server.get(PATH).statusCode()).isEqualTo(200);
            assertThat(server.post("/api/v1/videos", "x".repeat(50 * KIB)).statusCode())
                    .isEqualTo(202);
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

    /** A request that declares a body but sends none of it. */
    private Socket declaring(String headers) throws Exception {
        var socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream()
                .write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
