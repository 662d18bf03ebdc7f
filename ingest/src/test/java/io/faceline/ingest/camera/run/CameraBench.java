package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraHours;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.ingest.camera.open.CameraLogins;
import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import io.faceline.vision.camera.CameraStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Drives a camera's loop by a clock of its own. Confined to the test's thread. */
final class CameraBench {
    static final CameraId DOOR = new CameraId("door");
    static final CameraException REFUSED = new CameraException(CameraFault.UNAUTHORIZED, "401 Unauthorized");
    static final CameraException ENDED = new CameraException(CameraFault.ENDED, "the stream ended");
    static final CameraException SILENT = new CameraException(CameraFault.UNREACHABLE, "does not answer (DESCRIBE)");

    final MovingClock clock = new MovingClock();
    final RecordedOutput output = new RecordedOutput();
    /** When the camera was opened. */
    final List<Instant> openings = new ArrayList<>();

    Camera wanted = camera("rtsp://10.0.0.7/stream1");
    boolean isOwner = true;
    CameraLogins logins = camera -> Optional.of(new Login("user", "password"));
    /** What the next opening gives. */
    Opening opening = () -> new FakeStream(clock());

    private CameraStart start = CameraStart.AT_ONCE;
    private Optional<CameraLoop> loop = Optional.empty();

    @FunctionalInterface
    interface Opening {
        CameraStream open() throws CameraException;
    }

    private MovingClock clock() {
        return clock;
    }

    CameraBench at(String address) {
        wanted = camera(address);
        return this;
    }

    CameraBench startingWith(CameraStart how) {
        start = how;
        return this;
    }

    static Camera camera(String address) {
        return Camera.of(DOOR, "Door", new CameraAddress(address), CameraOrigin.API, MovingClock.START);
    }

    /** The next definition of the camera. */
    void define(UnaryOperator<Definition> change) {
        wanted = change.apply(Definition.of(wanted)).changedAt(clock.instant()).camera();
    }

    /** Every opening fails with this. */
    void refuses(CameraException failure) {
        opening = () -> new FakeStream(clock).thenEnds(failure);
    }

    FakeStream opens() {
        var stream = new FakeStream(clock);
        opening = () -> stream;
        return stream;
    }

    /** Opens a camera that shows its first picture. */
    FakeStream live() throws InterruptedException {
        var stream = opens().picture();
        step();
        step();
        return stream;
    }

    CameraLoop loop() {
        if (loop.isEmpty()) {
            var parts = new CameraParts(
                    (camera, login) -> {
                        openings.add(clock.instant());
                        return opening.open();
                    },
                    camera -> logins.of(camera),
                    output,
                    new CameraMetrics(),
                    Runnable::run,
                    () -> isOwner,
                    "ingest-1",
                    clock,
                    noJitter());
            loop = Optional.of(new CameraLoop(wanted, CameraTarget.of(DOOR), parts, start));
        }
        return loop.get();
    }

    private static RandomGenerator noJitter() {
        return () -> 0;
    }

    /** One step, after which the time that it wants to wait has passed. */
    void step() throws InterruptedException {
        clock.move(loop().step(wanted));
    }

    /** Steps until this time has passed. */
    void pass(Duration time) throws InterruptedException {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            var wait = loop().step(wanted);
            var left = Duration.between(clock.instant(), end);
            clock.move(wait.compareTo(left) < 0 ? wait : left.isNegative() ? Duration.ZERO : left);
        }
        loop().step(wanted);
    }

    CameraCondition condition() {
        return output.state().condition();
    }

    /** Seconds between the openings. */
    List<Long> waits() {
        var waits = new ArrayList<Long>();
        for (var i = 1; i < openings.size(); i++) {
            waits.add(Duration.between(openings.get(i - 1), openings.get(i)).toSeconds());
        }
        return waits;
    }

    /** A definition whose parts can be replaced one by one. */
    record Definition(
            String name,
            CameraAddress address,
            Optional<CameraSignIn> signIn,
            boolean enabled,
            Optional<CameraHours> hours,
            double framesPerSecond,
            List<IgnoredArea> ignored,
            int retentionHours,
            Instant changedAt) {
        static Definition of(Camera camera) {
            return new Definition(
                    camera.name(),
                    camera.address(),
                    Optional.ofNullable(camera.signIn()),
                    camera.enabled(),
                    Optional.ofNullable(camera.hours()),
                    camera.framesPerSecond(),
                    camera.ignored(),
                    camera.retentionHours(),
                    camera.changedAt());
        }

        Definition name(String value) {
            return new Definition(
                    value, address, signIn, enabled, hours, framesPerSecond, ignored, retentionHours, changedAt);
        }

        Definition address(String value) {
            return new Definition(
                    name,
                    new CameraAddress(value),
                    signIn,
                    enabled,
                    hours,
                    framesPerSecond,
                    ignored,
                    retentionHours,
                    changedAt);
        }

        Definition signIn(CameraSignIn value) {
            return new Definition(
                    name,
                    address,
                    Optional.of(value),
                    enabled,
                    hours,
                    framesPerSecond,
                    ignored,
                    retentionHours,
                    changedAt);
        }

        Definition enabled(boolean value) {
            return new Definition(
                    name, address, signIn, value, hours, framesPerSecond, ignored, retentionHours, changedAt);
        }

        Definition hours(CameraHours value) {
            return new Definition(
                    name,
                    address,
                    signIn,
                    enabled,
                    Optional.of(value),
                    framesPerSecond,
                    ignored,
                    retentionHours,
                    changedAt);
        }

        Definition framesPerSecond(double value) {
            return new Definition(name, address, signIn, enabled, hours, value, ignored, retentionHours, changedAt);
        }

        Definition ignored(IgnoredArea value) {
            return new Definition(
                    name, address, signIn, enabled, hours, framesPerSecond, List.of(value), retentionHours, changedAt);
        }

        Definition retentionHours(int value) {
            return new Definition(name, address, signIn, enabled, hours, framesPerSecond, ignored, value, changedAt);
        }

        Definition changedAt(Instant value) {
            return new Definition(
                    name, address, signIn, enabled, hours, framesPerSecond, ignored, retentionHours, value);
        }

        Camera camera() {
            return new Camera(
                    DOOR,
                    name,
                    address,
                    null,
                    false,
                    signIn.orElse(null),
                    null,
                    framesPerSecond,
                    Camera.DEFAULT_MAX_WIDTH,
                    enabled,
                    hours.orElse(null),
                    ignored,
                    0,
                    null,
                    null,
                    0.6,
                    false,
                    true,
                    retentionHours,
                    CameraOrigin.API,
                    changedAt);
        }
    }
}
