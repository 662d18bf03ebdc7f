package io.faceline.tracking;

import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the faces of one source and reports each track: when it begins, when something visible changes, and when it ends.
 * Frames must be in order of sequence. What it knows is data, from which another goes on. Not thread-safe.
 */
public final class SourceTracking {
    private final FaceTracker tracker;
    /** The last report of each open track. */
    private final Map<Long, TrackUpdate> reported = new HashMap<>();

    private final List<TrackUpdate> updates = new ArrayList<>();
    private TrackEnd endsFor = TrackEnd.LOST;
    private Optional<AnsweredFrame> frame = Optional.empty();

    /** @param reported the last report of each open track */
    public record State(FaceTracker.State tracker, List<TrackUpdate> reported) {
        public static final State EMPTY = new State(FaceTracker.State.EMPTY, List.of());

        public State {
            reported = List.copyOf(reported);
        }
    }

    /**
     * A frame and what it changed.
     *
     * @param updates of tracks that ended, then of others in the order in which they began
     */
    public record Step(TrackedFrame frame, List<TrackUpdate> updates) {
        public Step {
            updates = List.copyOf(updates);
        }
    }

    public SourceTracking(State state) {
        tracker = new FaceTracker(state.tracker(), this::ended);
        state.reported().forEach(update -> reported.put(update.number(), update));
    }

    public State state() {
        return new State(tracker.state().withoutPictures(), List.copyOf(reported.values()));
    }

    /** Whether any track may continue. */
    public boolean hasOpenTracks() {
        return !reported.isEmpty();
    }

    /** Tracks the faces of the next frame. */
    public Step accept(AnsweredFrame next) {
        updates.clear();
        frame = Optional.of(next);
        var tracked = tracker.accept(next);
        if (!next.isLost()) {
            tracker.open().forEach(this::report);
        }
        return new Step(tracked, updates);
    }

    /** Ends all open tracks. */
    public List<TrackUpdate> end(TrackEnd reason) {
        updates.clear();
        endsFor = reason;
        tracker.endAll();
        endsFor = TrackEnd.LOST;
        return List.copyOf(updates);
    }

    private void report(Track track) {
        var match = frame.orElseThrow().match();
        var known = reported.get(track.number());
        var now = known == null ? TrackReport.first(track, match) : TrackReport.next(track, match, known);
        if (known == null || TrackReport.isNews(now, known)) {
            reported.put(track.number(), now);
            updates.add(now);
        }
    }

    private void ended(Track track) {
        // One that began in a frame of too many faces was not reported, and need not be.
        Optional.ofNullable(reported.remove(track.number()))
                .ifPresent(known -> updates.add(TrackReport.last(track, known, endsFor)));
    }
}
