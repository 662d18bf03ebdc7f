package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import io.faceline.vision.camera.JpegStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCameraTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
    private static final int MANY = 100;

    private final FakeDecoder decoder = new FakeDecoder();
    private final AtomicInteger signed = new AtomicInteger();
    private final AtomicInteger goodAnswers = new AtomicInteger(MANY);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var isSigned = exchange.getRequestHeaders().containsKey("Authorization");
        if (isSigned && signed.incrementAndGet() <= goodAnswers.get()) {
            exchange.sendResponseHeaders(200, JPEG.length);
            exchange.getResponseBody().write(JPEG);
        } else {
            var challenge = "Digest realm=\"cam\", nonce=\"" + signed.get() + "\", qop=\"auth\"";
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            exchange.sendResponseHeaders(401, -1);
        }
        exchange.close();
    }

    @Test
    void passwordThatIsChanged_isTriedTwiceAtMost() throws Exception {
        goodAnswers.set(1);
        try (var camera = open()) {
            var failure = decoder.failures.poll(10, TimeUnit.SECONDS);

            assertThat(failure).isNotNull();
            assertThat(failure.fault()).isEqualTo(CameraFault.UNAUTHORIZED);
            assertThat(failure).hasMessageNotContaining("Canary");
            assertThat(camera).asString().doesNotContain("Canary");
        }
        assertThat(signed).hasValue(1 + 2);
        assertThat(decoder.offered).hasValue(1);
    }

    @Test
    void snapshots_areAskedForOnceASecondUntilItIsClosed() throws Exception {
        try (var camera = open()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> decoder.offered.get() >= 2);
            assertThat(camera.next(Duration.ZERO)).isEmpty();
        }
        assertThat(decoder.failures).isEmpty();
        assertThat(decoder.isClosed).isTrue();
    }

    private HttpCamera open() {
        var uri = URI.create("http://camera.test:" + server.getAddress().getPort() + "/snap.jpg");
        var target = new HttpTarget(uri, InetAddress.getLoopbackAddress(), Optional.empty());
        return HttpCamera.open(target, Optional.of(new Login("admin", "Canary-7!")), decoder, 5);
    }

    private static final class FakeDecoder implements JpegStream {
        private final BlockingQueue<CameraException> failures = new LinkedBlockingQueue<>();
        private final AtomicInteger offered = new AtomicInteger();
        private volatile boolean isClosed;

        @Override
        public void offer(byte[] jpeg, Instant arrivedAt) {
            offered.incrementAndGet();
        }

        @Override
        public void fail(CameraException cause) {
            failures.add(cause);
        }

        @Override
        public Optional<CameraEvent> next(Duration wait) {
            return Optional.empty();
        }

        @Override
        public void facesInView(List<BoundingBox> faces) {}

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
