package io.faceline.cli.watch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.ingest.camera.CameraListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes what a camera does and whom it sees, as it is told by several threads. Thread-safe. */
final class WatchLog implements CameraListener {
    private final WatchWriter writer;
    private final InstantSource clock;
    private final Instant startedAt;

    @GuardedBy("this")
    private final Visits visits;

    @GuardedBy("this")
    private Optional<CameraState> told = Optional.empty();

    /** Notices come and go: each is told once in a condition. */
    @GuardedBy("this")
    private final Set<CameraNotice> notices = new HashSet<>();

    @GuardedBy("this")
    private boolean isEnded;

    WatchLog(WatchWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.visits = new Visits(writer::write);
    }

    @Override
    public void answered(Match match) {
        // The tracks say it better.
    }

    @Override
    public synchronized void state(CameraState state) {
        if (isEnded) {
            return;
        }
        var isOther = told.filter(last -> isAlike(last, state)).isEmpty();
        if (isOther) {
            notices.clear();
        }
        var hasNews = notices.addAll(state.notices());
        if (isOther || hasNews) {
            told = Optional.of(state);
            writer.write(new WatchEvent.Changed(state));
        }
    }

    /** But for figures that always change. */
    private static boolean isAlike(CameraState one, CameraState two) {
        return one.condition() == two.condition()
                && one.reason().equals(two.reason())
                && one.figures().width() == two.figures().width()
                && one.figures().height() == two.figures().height();
    }

    synchronized void track(TrackUpdate track) {
        if (!isEnded) {
            visits.update(track);
        }
    }

    synchronized void tick() {
        visits.tick(clock.instant());
    }

    /** Sums up. Nothing is written afterwards. */
    synchronized void end() {
        isEnded = true;
        writer.write(new WatchEvent.Summary(startedAt, clock.instant(), visits.attendances()));
    }
}
