package io.faceline.systemtests.cameras;

import static org.awaitility.Awaitility.await;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.ingest.camera.network.NetworkCameraOpener;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.ingest.camera.run.CameraOutput;
import io.faceline.ingest.camera.run.CameraParts;
import io.faceline.ingest.camera.run.CameraRun;
import io.faceline.ingest.camera.run.CameraStart;
import io.faceline.ingest.camera.run.CameraTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A camera that is read as ingest reads it, and all states that were told of it. Thread-safe. */
final class SeenCamera implements CameraOutput, AutoCloseable {
    static final NetworkCameraOpener OPENER =
            new NetworkCameraOpener(new CameraAddressSettings(true, Optional.empty()));

    private final List<CameraState> states = new CopyOnWriteArrayList<>();
    private final CameraRun run;
    private final Instant startedAt = Instant.now();
    private int read;

    private SeenCamera(Camera camera, CameraOpener opener, Optional<Login> login) {
        var parts = CameraParts.unshared(opener, any -> login, this, Runnable::run, "test");
        this.run = new CameraRun(camera, CameraTarget.of(camera.id()), parts, CameraStart.AT_ONCE);
        run.start();
    }

    /** Reads a camera as the user admin. */
    static SeenCamera at(String address, @Nullable String certificate, String password) {
        return by(OPENER, address, certificate, password);
    }

    static SeenCamera by(CameraOpener opener, String address, @Nullable String certificate, String password) {
        return new SeenCamera(camera(address, certificate), opener, Optional.of(new Login("admin", password)));
    }

    static Camera camera(String address, @Nullable String certificate) {
        var plain = Camera.of(new CameraId("cam"), "Cam", new CameraAddress(address), CameraOrigin.API, Instant.EPOCH);
        return new Camera(
                plain.id(),
                plain.name(),
                plain.address(),
                null,
                false,
                null,
                certificate,
                plain.framesPerSecond(),
                plain.maxWidth(),
                true,
                null,
                List.of(),
                0,
                null,
                null,
                null,
                false,
                false,
                plain.retentionHours(),
                plain.origin(),
                plain.changedAt());
    }

    /** The next state of this condition whose reason contains these words, behind those that were awaited before. */
    CameraState sees(CameraCondition condition, String reason, Duration patience) {
        await().pollInterval(Duration.ofMillis(50)).atMost(patience).until(() -> find(condition, reason));
        return states.get(read - 1);
    }

    private boolean find(CameraCondition condition, String reason) {
        for (var i = read; i < states.size(); i++) {
            var state = states.get(i);
            if (state.condition() == condition && state.reason().contains(reason)) {
                read = i + 1;
                return true;
            }
        }
        return false;
    }

    /** As told last. */
    CameraFigures figures() {
        return states.get(states.size() - 1).figures();
    }

    double seconds(Instant at) {
        return Duration.between(startedAt, at).toMillis() / 1e3;
    }

    /** All conditions and reasons, as they followed each other. */
    List<String> story() {
        return states.stream()
                .map(state -> state.condition() + " " + state.reason())
                .distinct()
                .toList();
    }

    List<CameraState> states() {
        return List.copyOf(states);
    }

    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame) {
        return CompletableFuture.completedFuture(TestFrames.match(frame.facts()).build());
    }

    @Override
    public void dropped(Lane lane, Frame frame, DropReason reason) {}

    @Override
    public void preview(CameraPreview preview) {}

    @Override
    public void state(CameraState state) {
        states.add(state);
    }

    @Override
    public void deleted(CameraId camera) {}

    @Override
    public void close() {
        run.close();
    }
}
