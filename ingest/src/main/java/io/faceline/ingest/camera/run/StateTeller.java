package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraState;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the state of a camera at each change and every five seconds. Confined to the run's thread. */
final class StateTeller {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Cameras let go of a client that vanished after a minute, if not before. */
    private static final Duration HELD = Duration.ofSeconds(90);
    /** How cameras say that they have no place: in words of their own or by a status of RTSP or HTTP. */
    private static final List<String> FULL = List.of("no more connections", "full or locked", "453", "503", "too many");

    private final CameraParts parts;
    private final CameraReport report;
    private final CameraTotals totals;
    private final Instant startedAt;
    private final Overload overload;
    private boolean mayBeHeld;
    private boolean isFull;
    private Instant toldAt = Instant.MIN;
    private Set<CameraNotice> told = Set.of();
    private boolean isOverloaded;

    StateTeller(CameraParts parts, CameraReport report, CameraTotals totals, CameraStart start, Instant now) {
        this.parts = parts;
        this.report = report;
        this.totals = totals;
        this.startedAt = now;
        this.overload = new Overload(now);
        this.mayBeHeld = start.isTakeover();
    }

    /** The camera has shown a picture, so that nobody else holds it. */
    void live() {
        mayBeHeld = false;
        isFull = false;
    }

    /** Another camera may be meant. */
    void changed() {
        mayBeHeld = false;
        isFull = false;
    }

    /** The camera could not be opened. */
    void refused(CameraException failure) {
        var words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        isFull = failure.fault() != CameraFault.UNDECODABLE && FULL.stream().anyMatch(words::contains);
    }

    /** @param notices of the stream */
    void tell(CameraId camera, Optional<Instant> nextTry, Set<CameraNotice> notices, Instant now) {
        isOverloaded = overload.look(totals.asked(), totals.answered(), now);
        var all = all(notices, now);
        var isNew = report.isToTell() || !all.equals(told);
        if ((isNew || !now.isBefore(toldAt.plus(INTERVAL))) && parts.isOwner().getAsBoolean()) {
            toldAt = now;
            told = all;
            parts.output().state(state(camera, nextTry, now));
        }
    }

    private Set<CameraNotice> all(Set<CameraNotice> ofStream, Instant now) {
        var all = EnumSet.noneOf(CameraNotice.class);
        all.addAll(ofStream);
        if (isOverloaded) {
            all.add(CameraNotice.OVERLOADED);
        }
        if (mayBeHeld && isFull && now.isBefore(startedAt.plus(HELD))) {
            all.add(CameraNotice.MAYBE_TAKEN);
        }
        return all;
    }

    private CameraState state(CameraId camera, Optional<Instant> nextTry, Instant now) {
        return new CameraState(
                camera,
                report.condition(),
                report.reason(),
                report.since(),
                nextTry.orElse(null),
                report.redirectedTo().orElse(null),
                told.stream().sorted().toList(),
                totals.figures(),
                parts.instance(),
                now);
    }
}
