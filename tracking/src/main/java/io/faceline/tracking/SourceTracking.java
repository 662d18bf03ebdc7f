package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Follows the faces of one source and reports each track: when it begins, when something visible changes, and when it ends.
 * Frames must be in order of sequence. What it knows is data, from which another goes on. Not thread-safe.
 */
public final class SourceTracking {
    private final FaceTracker tracker;
    /** The last report of each open track. */
    private final Map<Long, TrackUpdate> reported = new HashMap<>();

    private final List<TrackUpdate> updates = new ArrayList<>();
    private final List<TrackSnapshot> endings = new ArrayList<>();
    private final List<TrackPicture> pictures = new ArrayList<>();
    private TrackEnd endsFor = TrackEnd.LOST;
    private Optional<AnsweredFrame> frame = Optional.empty();
    private @Nullable Thresholds thresholds;

    /**
     * @param reported the last report of each open track
     * @param thresholds of the last frame that was answered; absent before
     */
    public record State(
            FaceTracker.State tracker,
            List<TrackUpdate> reported,
            @Nullable Thresholds thresholds) {
        public static final State EMPTY = new State(FaceTracker.State.EMPTY, List.of(), null);

        public State {
            reported = List.copyOf(reported);
        }
    }

    /**
     * What changed.
     *
     * @param updates of tracks that ended, then of others in the order in which they began
     * @param ended the tracks that ended
     * @param pictures of the shots that the updates before did not have. That of a frame before a restart is gone, unless an
     *     update had it
     */
    public record Changes(List<TrackUpdate> updates, List<TrackSnapshot> ended, List<TrackPicture> pictures) {
        public Changes {
            updates = List.copyOf(updates);
            ended = List.copyOf(ended);
            pictures = List.copyOf(pictures);
        }
    }

    /** A frame and what it changed. */
    public record Step(TrackedFrame frame, Changes changes) {
        public List<TrackUpdate> updates() {
            return changes.updates();
        }
    }

    public SourceTracking(State state) {
        this(state, Overrides.NONE);
    }

    public SourceTracking(State state, Overrides overrides) {
        tracker = new FaceTracker(state.tracker(), overrides, this::ended);
        state.reported().forEach(update -> reported.put(update.number(), update));
        thresholds = state.thresholds();
    }

    /** Without pictures. */
    public State state() {
        return new State(tracker.state().withoutPictures(), List.copyOf(reported.values()), thresholds);
    }

    /** Whether any track may continue. */
    public boolean hasOpenTracks() {
        return !reported.isEmpty();
    }

    public long openTracks() {
        return reported.size();
    }

    /** Whether the track of this number began, and does not continue. */
    public boolean hasEnded(long number) {
        return number <= tracker.lastNumber() && !reported.containsKey(number);
    }

    /** Of the last frame that was answered; empty before. */
    public Optional<Thresholds> thresholds() {
        return Optional.ofNullable(thresholds);
    }

    /** Tracks the faces of the next frame. */
    public Step accept(AnsweredFrame next) {
        clear();
        frame = Optional.of(next);
        var tracked = tracker.accept(next);
        if (!next.isLost()) {
            // A lost frame may have the thresholds of an unknown model.
            thresholds = next.match().thresholds();
            tracker.open().forEach(this::report);
        }
        return new Step(tracked, changes());
    }

    /** Ends all open tracks. */
    public Changes end(TrackEnd reason) {
        clear();
        endsFor = reason;
        tracker.endAll();
        endsFor = TrackEnd.LOST;
        return changes();
    }

    /** Takes back the names of people who were deleted: nobody is told whom a track was of, or shown a picture of it. */
    public Changes forgetGone() {
        clear();
        var changed = tracker.forgetGone();
        forOpen(changed, TrackReport::current);
        pictures.clear();
        return changes();
    }

    /** Does as was said by hand. */
    public Changes correct() {
        clear();
        var changed = tracker.correct();
        forOpen(
                changed,
                (track, known) ->
                        known.identifiedAs(TrackReport.current(track, known).identity()));
        return changes();
    }

    private void forOpen(Set<Long> numbers, BiFunction<Track, TrackUpdate, TrackUpdate> report) {
        for (var track : tracker.open()) {
            var known = reported.get(track.number());
            if (known != null && numbers.contains(track.number())) {
                var now = report.apply(track, known);
                tell(track, now, known);
            }
        }
    }

    /** The open tracks as of now. */
    public List<TrackSnapshot> open() {
        return tracker.open().stream()
                .flatMap(track -> Optional.ofNullable(reported.get(track.number()))
                        .map(known -> snapshot(track, TrackReport.current(track, known)))
                        .stream())
                .toList();
    }

    private void clear() {
        updates.clear();
        endings.clear();
        pictures.clear();
    }

    private Changes changes() {
        return new Changes(updates, endings, pictures);
    }

    private void report(Track track) {
        var match = frame.orElseThrow().match();
        var known = reported.get(track.number());
        var now = known == null ? TrackReport.first(track, match) : TrackReport.next(track, match, known);
        if (known == null || TrackReport.isNews(now, known)) {
            tell(track, now, known);
        }
    }

    /** @param known the report before; null if there was none */
    private void tell(Track track, TrackUpdate now, @Nullable TrackUpdate known) {
        reported.put(track.number(), now);
        updates.add(now);
        addPicture(track, known);
    }

    private void addPicture(Track track, @Nullable TrackUpdate known) {
        var shot = track.decisiveShot();
        var isNew = known == null || !shot.frame().equals(known.shot().frame());
        if (isNew && shot.cropJpeg() != null) {
            pictures.add(new TrackPicture(track.id(), shot.frame(), shot.cropJpeg()));
        }
    }

    private void ended(Track track) {
        // One that began in a frame of too many faces was not reported, and need not be.
        Optional.ofNullable(reported.remove(track.number())).ifPresent(known -> {
            var last = TrackReport.last(track, known, endsFor);
            updates.add(last);
            addPicture(track, known);
            endings.add(snapshot(track, last));
        });
    }

    private static TrackSnapshot snapshot(Track track, TrackUpdate update) {
        return new TrackSnapshot(update, track.decisiveShots(), track.goodEmbedding());
    }
}
