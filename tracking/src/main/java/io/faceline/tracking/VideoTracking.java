package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.List;
import java.util.Optional;

/**
 * Follows the faces of one video and says who was seen when. Frames come in order, by sequence and without gaps.
 * Memory grows with the number of appearances and not with that of frames. Safe for all threads.
 */
public final class VideoTracking {
    // All guarded by this.
    private final Appearances appearances = new Appearances();
    private final FaceTracker tracker = new FaceTracker(this::ended);
    private Optional<Thresholds> thresholds = Optional.empty();
    private long frames;
    private long lostFrames;
    private long faces;

    /** The frame with the track of each face. */
    public synchronized TrackedFrame accept(AnsweredFrame frame) {
        // A lost frame may not even have a model whose thresholds these were.
        thresholds = frame.isLost() ? thresholds : Optional.of(frame.match().thresholds());
        var tracked = tracker.accept(frame);
        frames++;
        lostFrames += frame.isLost() ? 1 : 0;
        faces += tracked.faces().size();
        return tracked;
    }

    /** Of all frames so far; more may come afterwards. */
    public synchronized VideoSummary summary() {
        return thresholds
                .map(this::summary)
                .orElseGet(() -> new VideoSummary(List.of(), List.of(), List.of(), frames, lostFrames, faces));
    }

    private VideoSummary summary(Thresholds known) {
        var all = appearances.copy();
        tracker.open().forEach(track -> all.add(track, known));
        return new VideoSummary(all.people(), all.unknown(known), all.uncertain(known), frames, lostFrames, faces);
    }

    private void ended(TrackSummary track) {
        appearances.add(track, thresholds.orElseThrow());
    }
}
