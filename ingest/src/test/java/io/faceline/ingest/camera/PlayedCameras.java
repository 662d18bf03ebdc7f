package io.faceline.ingest.camera;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Cameras that show a picture at each look and take one client at a time. Thread-safe. */
final class PlayedCameras {
    private final Map<CameraId, AtomicInteger> clients = new ConcurrentHashMap<>();
    private final Map<CameraId, String> clientOf = new ConcurrentHashMap<>();
    private final Map<CameraId, CameraAddress> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    /** Opens them for this client. */
    CameraOpener as(String client) {
        return (camera, login) -> open(client, camera, login);
    }

    private CameraStream open(String client, Camera camera, Optional<Login> login) {
        openings.incrementAndGet();
        if (clients.computeIfAbsent(camera.id(), any -> new AtomicInteger()).incrementAndGet() > 1) {
            refusals.incrementAndGet();
        }
        clientOf.put(camera.id(), client);
        addresses.put(camera.id(), camera.read());
        return new Played(camera.id());
    }

    int openings() {
        return openings.get();
    }

    /** How often a camera was opened while another client had it. */
    int refusals() {
        return refusals.get();
    }

    /** The clients of the cameras that are open. */
    Map<CameraId, String> clients() {
        return Map.copyOf(clientOf);
    }

    Optional<CameraAddress> address(CameraId camera) {
        return Optional.ofNullable(addresses.get(camera));
    }

    private final class Played implements CameraStream {
        private final CameraId camera;
        private final CountDownLatch closed = new CountDownLatch(1);

        Played(CameraId camera) {
            this.camera = camera;
        }

        @Override
        public Optional<CameraEvent> next(Duration wait) throws InterruptedException {
            if (closed.await(Math.min(100, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            var jpeg = Blob.wrap(new byte[] {1, 2, 3});
            var preview = new CameraEvent.Preview(320, 180, jpeg);
            return Optional.of(new CameraEvent.Taken(Instant.now(), 640, 360, Optional.of(jpeg), Optional.of(preview)));
        }

        @Override
        public void facesInView(List<BoundingBox> faces) {}

        @Override
        public void close() {
            clientOf.remove(camera);
            addresses.remove(camera);
            clients.get(camera).decrementAndGet();
            closed.countDown();
        }
    }
}
