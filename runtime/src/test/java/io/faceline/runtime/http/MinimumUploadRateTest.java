package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MinimumUploadRateTest {
    private static final int BYTES = 100_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        var handler = new MinimumUploadRate(Duration.ofMillis(50), new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                var read = Content.Source.asByteBuffer(request).remaining();
                Content.Sink.write(response, true, "read " + read, callback);
                return true;
            }
        });
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void fastBody_isAccepted() throws Exception {
        try (var socket = open()) {
            socket.getOutputStream().write(new byte[BYTES]);

            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("read " + BYTES);
        }
    }

    @Test
    void slowBody_isRejected() throws Exception {
        try (var socket = open()) {
            for (var sent = 0; sent < BYTES && socket.getInputStream().available() == 0; sent++) {
                trickle(socket);
            }

            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
    }

    /** What was sent fast before is no credit for more than a while. */
    @Test
    void slowBody_afterAFastBeginning_isRejected() throws Exception {
        try (var socket = open()) {
            socket.getOutputStream().write(new byte[BYTES / 2]);
            for (var sent = 0; sent < BYTES / 2 && socket.getInputStream().available() == 0; sent++) {
                trickle(socket);
                assertThat(sent).as("bytes accepted one by one").isLessThan(2000);
            }

            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
    }

    /** Sends bytes at intervals on purpose. */
    private static void trickle(Socket socket) throws IOException {
        socket.getOutputStream().write(0);
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }

    private Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", connector.getLocalPort());
        socket.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + BYTES
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
