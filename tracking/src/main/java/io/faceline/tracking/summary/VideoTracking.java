package io.faceline.tracking.summary;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.face.Thresholds;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.FaceTracker;
import io.faceline.tracking.Track;
import io.faceline.tracking.TrackedFrame;
import java.util.List;
import java.util.Optional;

/**
 * Tracks the faces of one video and summarises the appearances of people. Frames must be added in order of sequence
 * without gaps. Memory grows with the number of appearances, not of frames. Thread-safe.
 */
public final class VideoTracking {
    @GuardedBy("this")
    private final Appearances appearances = new Appearances();

    @GuardedBy("this")
    private final FaceTracker tracker = new FaceTracker(this::ended);

    @GuardedBy("this")
    private Optional<Thresholds> thresholds = Optional.empty();

    @GuardedBy("this")
    private long frames;

    @GuardedBy("this")
    private long lostFrames;

    @GuardedBy("this")
    private long faces;

    /** Adds the next frame, and returns it with the track of each face. */
    public synchronized TrackedFrame accept(AnsweredFrame frame) {
        // A lost frame may have the thresholds of an unknown model.
        thresholds = frame.isLost() ? thresholds : Optional.of(frame.match().thresholds());
        var tracked = tracker.accept(frame);
        frames++;
        lostFrames += frame.isLost() ? 1 : 0;
        faces += tracked.faces().size();
        return tracked;
    }

    /** The summary of all frames so far; more frames may follow. */
    public synchronized VideoSummary summary() {
        return thresholds
                .map(this::summary)
                .orElseGet(() -> new VideoSummary(List.of(), List.of(), List.of(), frames, lostFrames, faces));
    }

    @GuardedBy("this")
    private VideoSummary summary(Thresholds known) {
        var all = appearances.copy();
        tracker.open().forEach(track -> all.add(TrackSummary.of(track), known));
        return new VideoSummary(all.people(), all.unknown(known), all.uncertain(known), frames, lostFrames, faces);
    }

    private synchronized void ended(Track track) {
        appearances.add(TrackSummary.of(track), thresholds.orElseThrow());
    }
}
