package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import io.faceline.vision.camera.CameraStream;
import io.faceline.vision.camera.StreamFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a camera step by step: opens it, takes its frames, and opens it again when it fails, for ever. Confined to the run's
 * thread, but for {@link #condition}.
 */
final class CameraLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);
    private static final Duration READ = Duration.ofMillis(250);
    /** How often hours and the definition are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    private static final int FROZEN_AFTER_FRAMES = 3;
    /** A picture that stands still can be seen again only after a minute. */
    private static final Duration CHANGED_FOR = Duration.ofSeconds(90);

    private final CameraParts parts;
    private final FrameNumbers numbers;
    private final CameraTotals totals;
    private final FrameFlow flow;
    private final CameraReport report;
    private final StateTeller teller;
    private final Retry retry;
    private final AlikeEnds ends = new AlikeEnds();
    private Camera camera;
    private volatile @Nullable CameraStream viewed;
    private @Nullable Connection connection;
    private Optional<Login> proven = Optional.empty();
    private boolean isProven;
    private boolean isOpenedAgain;
    private boolean isReopenedForStandstill;

    CameraLoop(Camera camera, CameraTarget target, CameraParts parts, CameraStart start) {
        var now = parts.clock().instant();
        this.camera = camera;
        this.parts = parts;
        this.numbers = new FrameNumbers(target, now);
        this.totals = new CameraTotals(parts.metrics());
        this.flow = new FrameFlow(target.lane(), parts, totals, this::facesInView);
        this.report = new CameraReport(camera.id(), now);
        this.teller = new StateTeller(parts, report, totals, start, now);
        this.retry = new Retry(parts.random(), now.plus(start.delay()));
        start.refused().ifPresent(this::refusedBefore);
    }

    /** The tries of an earlier run count: an instance that starts again and again must not lock the account. */
    private void refusedBefore(CameraState last) {
        var next = last.nextTryAt();
        if (next != null) {
            retry.refusedBefore(next);
            report.become(last.condition(), last.reason(), now());
        }
    }

    /** May be called by any thread. */
    CameraCondition condition() {
        return report.condition();
    }

    /** Does what is to be done now, and returns how long to wait for the next step. */
    Duration step(Camera wanted) throws InterruptedException {
        adopt(wanted);
        var wait = act();
        flow.expire();
        teller.tell(camera.id(), nextTry(), notices(), now());
        return wait;
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private void adopt(Camera wanted) {
        if (wanted.equals(camera)) {
            return;
        }
        var isOtherSource = !PictureSource.of(wanted).equals(PictureSource.of(camera));
        var isChanged = !wanted.changedAt().equals(camera.changedAt());
        camera = wanted;
        if (isOtherSource) {
            disconnect();
            isProven = false;
            teller.changed();
            report.become(CameraCondition.CONNECTING, "The definition of the camera has changed", now());
        }
        if (connection == null && (isOtherSource || isChanged)) {
            retry.atOnce(now());
        }
    }

    private Duration act() throws InterruptedException {
        var now = now();
        if (!camera.enabled()) {
            return rest(CameraCondition.DISABLED, "The camera is switched off");
        }
        var hours = camera.hours();
        if (hours != null && !hours.include(now)) {
            return rest(CameraCondition.OUTSIDE_HOURS, "The camera is not read at this time of day");
        }
        if (isResting()) {
            retry.atOnce(now);
            report.become(CameraCondition.CONNECTING, "", now);
        }
        var open = connection;
        if (open != null) {
            read(open);
            return Duration.ZERO;
        }
        var wait = Duration.between(now, retry.next());
        if (wait.isNegative() || wait.isZero()) {
            open(now);
            return Duration.ZERO;
        }
        return wait.compareTo(LOOK) < 0 ? wait : LOOK;
    }

    private boolean isResting() {
        return report.condition() == CameraCondition.DISABLED || report.condition() == CameraCondition.OUTSIDE_HOURS;
    }

    private Duration rest(CameraCondition condition, String reason) {
        disconnect();
        report.become(condition, reason, now());
        return LOOK;
    }

    private void open(Instant now) throws InterruptedException {
        Optional<Login> login;
        try {
            login = parts.logins().of(camera);
        } catch (CameraException | IllegalArgumentException e) {
            // The camera was not asked, so that this is none of its few tries.
            retry.failed(now, false, kind());
            report.become(CameraCondition.UNAUTHORIZED, String.valueOf(e.getMessage()), now);
            return;
        }
        if (isOpenedAgain) {
            totals.reconnected();
        }
        isOpenedAgain = true;
        try {
            var stream = parts.opener().open(camera, login);
            connection = new Connection(stream, login, now);
            viewed = stream;
        } catch (CameraException e) {
            failed(e, now());
        } catch (RuntimeException e) {
            bug(e);
        }
    }

    private void read(Connection open) throws InterruptedException {
        try {
            var event = open.stream().next(READ);
            if (event.isPresent()) {
                handle(open, event.get());
            }
        } catch (CameraException e) {
            ended(open, e);
        } catch (RuntimeException e) {
            bug(e);
        }
    }

    private void handle(Connection open, CameraEvent event) {
        if (event instanceof CameraEvent.Taken taken) {
            live(open);
            take(taken);
        } else if (event instanceof CameraEvent.Figures told) {
            figures(open, told.figures());
        }
    }

    private void live(Connection open) {
        var now = now();
        if (!open.isLive()) {
            open.live(now);
            proven = open.login();
            isProven = true;
            retry.live();
            teller.live();
        }
        report.become(CameraCondition.LIVE, "", now);
    }

    private void take(CameraEvent.Taken taken) {
        if (!parts.isOwner().getAsBoolean()) {
            return;
        }
        var facts = numbers.next(camera, taken.arrivedAt());
        taken.jpeg().ifPresentOrElse(jpeg -> flow.take(facts, jpeg), () -> flow.takeStill(facts));
        taken.preview().ifPresent(small -> parts.output()
                .preview(new CameraPreview(
                        camera.id(), facts.id(), taken.arrivedAt(), small.width(), small.height(), small.jpeg())));
    }

    private void figures(Connection open, StreamFigures figures) {
        totals.stream(figures);
        open.notices(figures.notices());
        var isFrozen = figures.millisSincePicture() > frozenAfter().toMillis();
        if (open.isLive() && isFrozen) {
            report.become(CameraCondition.FROZEN, "No picture arrives, though the connection is open", now());
        } else if (report.condition() == CameraCondition.FROZEN) {
            report.become(CameraCondition.LIVE, "", now());
        }
        reopenAtStandstill(open, figures.notices().contains(CameraNotice.UNCHANGED));
    }

    /** HTTP cameras may be asked for a picture less often, and key frames may be far apart. */
    private Duration frozenAfter() {
        if (camera.keyFramesOnly()) {
            return Duration.ofDays(1);
        }
        var frames = Duration.ofMillis((long) (1000 * FROZEN_AFTER_FRAMES / camera.framesPerSecond()));
        return kind() == CameraAddress.Kind.HTTP && frames.compareTo(FROZEN_AFTER) > 0 ? frames : FROZEN_AFTER;
    }

    /** The firmware may hang: the camera is opened again once. Files and cards stand still rightly. */
    private void reopenAtStandstill(Connection open, boolean isUnchanged) {
        if (!isUnchanged) {
            isReopenedForStandstill &= open.age(now()).compareTo(CHANGED_FOR) < 0;
        } else if (!isReopenedForStandstill && kind() == CameraAddress.Kind.RTSP) {
            isReopenedForStandstill = true;
            disconnect();
            retry.failed(now(), true, kind());
            report.become(CameraCondition.CONNECTING, "The picture did not change for a minute", now());
        }
    }

    /** The open connection has failed. */
    private void ended(Connection open, CameraException failure) {
        var now = now();
        if (failure.fault() == CameraFault.ENDED) {
            ends.ended(open.age(now));
        }
        disconnect();
        if (failure.fault() == CameraFault.UNAUTHORIZED && isProven && proven.equals(open.login())) {
            retry.refusedForNow(now);
            report.become(
                    CameraCondition.UNREACHABLE,
                    "The camera refuses now: it is full or locked. It took these credentials before. "
                            + failure.getMessage(),
                    now);
            teller.refused(failure);
        } else if (open.wasLiveFor(Retry.STABLE, now) && isHiccup(failure.fault())) {
            retry.failed(now, true, kind());
            report.become(CameraCondition.CONNECTING, reason(failure), now);
        } else {
            failed(failure, now);
        }
    }

    private static boolean isHiccup(CameraFault fault) {
        return fault != CameraFault.UNAUTHORIZED && fault != CameraFault.UNDECODABLE;
    }

    private void failed(CameraException failure, Instant now) {
        if (failure.fault() == CameraFault.UNAUTHORIZED) {
            retry.refused(now);
        } else {
            retry.failed(now, false, kind());
        }
        report.become(condition(failure.fault()), reason(failure), failure.redirectedTo(), now);
        teller.refused(failure);
    }

    private static CameraCondition condition(CameraFault fault) {
        return switch (fault) {
            case UNAUTHORIZED -> CameraCondition.UNAUTHORIZED;
            case UNDECODABLE -> CameraCondition.UNDECODABLE;
            case UNREACHABLE, FROZEN, ENDED, CRASHED -> CameraCondition.UNREACHABLE;
        };
    }

    private String reason(CameraException failure) {
        var reason = String.valueOf(failure.getMessage());
        return failure.fault() == CameraFault.ENDED
                ? ends.seconds()
                        .map(seconds -> reason + " (ends every " + seconds + " s)")
                        .orElse(reason)
                : reason;
    }

    /** One camera must not end the reading of all others. */
    private void bug(RuntimeException cause) {
        LOG.error("event=camera_bug camera={}", camera.id(), cause);
        disconnect();
        failed(new CameraException(CameraFault.CRASHED, "An internal error: the log of ingest has more"), now());
    }

    private CameraAddress.Kind kind() {
        return camera.read().kind();
    }

    /** Called with each answer, by any thread. */
    private void facesInView(List<BoundingBox> faces) {
        var open = viewed;
        if (open != null) {
            open.facesInView(faces);
        }
    }

    private Optional<Instant> nextTry() {
        return connection == null && !isResting() ? Optional.of(retry.next()) : Optional.empty();
    }

    private Set<CameraNotice> notices() {
        var open = connection;
        var notices = EnumSet.noneOf(CameraNotice.class);
        if (open != null) {
            notices.addAll(open.notices());
        }
        return notices;
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        viewed = null;
        if (open != null) {
            totals.disconnected();
            open.stream().close();
        }
    }

    /** Says goodbye to the camera, within the time that closing a stream takes. */
    void end() {
        disconnect();
        flow.close();
    }
}
