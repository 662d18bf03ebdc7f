package io.faceline.ingest.camera.open.certificate;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.faceline.vision.camera.CameraException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host that sends its handshake one byte at a time, and would take hours. */
class SlowHandshakeTest {
    /** A handshake's record of 16,384 bytes. */
    private static final byte[] HEAD = {0x16, 3, 3, 0x40, 0};

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ScheduledExecutorService camera = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        camera.shutdownNow();
    }

    @Test
    void handshakeThatDrips_endsAtTheDeadline() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            camera.execute(() -> drip(server));
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());

            assertTimeoutPreemptively(SOON, () -> assertThatExceptionOfType(CameraException.class)
                    .isThrownBy(() -> CameraTls.look(address, "camera.test")));
        }
    }

    private void drip(ServerSocket server) {
        try {
            var accepted = server.accept();
            accepted.getOutputStream().write(HEAD);
            var unused = camera.scheduleWithFixedDelay(() -> send(accepted), 0, 500, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Socket accepted) {
        try {
            accepted.getOutputStream().write(1);
        } catch (IOException e) {
            throw new IllegalStateException("the other side has hung up", e);
        }
    }
}
