package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Tracks faces over the frames of one source by embedding and position. Holds only recent tracks. Not thread-safe. */
public final class FaceTracker {
    /** Maximum gap after which a face with the same embedding continues its track. */
    static final double MAX_GAP_SECONDS = 2;

    /**
     * Maximum number of open tracks: of a crowd in which each frame shows others, the tracks that were seen longest ago end
     * early. All of them are compared with all faces of a frame, and written to one record.
     */
    static final int MAX_OPEN = 500;

    private final Consumer<Track> ended;
    private final List<Track> open;
    private final SameNames names;
    private long lastNumber;

    /**
     * What a tracker knows, from which another goes on.
     *
     * @param lastNumber of the track that began last; 0 if none did
     * @param names people of one name, in the order in which they were seen
     */
    record State(long lastNumber, List<Track> open, List<SameNames.Seen> names) {
        static final State EMPTY = new State(0, List.of(), List.of());

        State {
            open = List.copyOf(open);
            names = List.copyOf(names);
        }

        /** Without the pictures of the shots, which are the larger part of it. */
        State withoutPictures() {
            return new State(
                    lastNumber, open.stream().map(Track::withoutPictures).toList(), names);
        }
    }

    /** @param ended receives every finished track */
    public FaceTracker(Consumer<Track> ended) {
        this(State.EMPTY, ended);
    }

    FaceTracker(State state, Consumer<Track> ended) {
        this.ended = ended;
        this.open = new ArrayList<>(state.open());
        this.names = SameNames.of(state.names());
        this.lastNumber = state.lastNumber();
    }

    State state() {
        return new State(lastNumber, open, names.seen());
    }

    /** Tracks the faces of the next frame, in order of sequence numbers. */
    public TrackedFrame accept(AnsweredFrame frame) {
        endStaleTracks(frame.position());
        var faces = FaceObservation.of(frame, names);
        var tracked = new TrackedFrame(frame, track(faces, frame.match().thresholds()));
        endExcess();
        return tracked;
    }

    /** The tracks that may continue. */
    public List<Track> open() {
        return List.copyOf(open);
    }

    /** Ends all open tracks. */
    void endAll() {
        open.forEach(ended);
        open.clear();
    }

    private void endExcess() {
        if (open.size() > MAX_OPEN) {
            var longestAgo = open.stream()
                    .sorted(Comparator.comparingDouble(
                            track -> track.motion().last().seconds()))
                    .limit(open.size() - MAX_OPEN)
                    .toList();
            longestAgo.forEach(ended);
            open.removeAll(longestAgo);
        }
    }

    private List<TrackedFace> track(List<FaceObservation> faces, Thresholds thresholds) {
        var pairs = new TrackAssociation(List.copyOf(open), faces, thresholds).pairs();
        return faces.stream()
                .map(face -> pairs.containsKey(face) ? extend(pairs.get(face)) : begin(face))
                .toList();
    }

    private TrackedFace begin(FaceObservation face) {
        var track = Track.of(++lastNumber, face);
        open.add(track);
        return tracked(track, face, track.decision());
    }

    private TrackedFace extend(TrackAssociation.Pair pair) {
        var track = extended(pair);
        open.replaceAll(known -> known.number() == track.number() ? track : known);
        var decision = track.decision();
        return tracked(
                track,
                pair.face(),
                pair.association() == Association.INDETERMINATE ? decision.asUncertain() : decision);
    }

    private static Track extended(TrackAssociation.Pair pair) {
        return switch (pair.association()) {
            case SAME -> pair.track().with(pair.face());
            case PLAUSIBLE -> pair.track().withoutLearning(pair.face());
            case INDETERMINATE -> pair.track().withUnconfirmed(pair.face());
            case DIFFERENT -> throw new IllegalStateException("a different person must not be paired");
        };
    }

    private static TrackedFace tracked(Track track, FaceObservation face, TrackDecision decision) {
        return new TrackedFace(face.matched(), face.embedded(), track.number(), decision);
    }

    private void endStaleTracks(double position) {
        open.removeIf(track -> {
            // The absolute value, since positions jump back in a video with a broken index.
            var isOver = Math.abs(position - track.motion().last().seconds()) > MAX_GAP_SECONDS;
            if (isOver) {
                ended.accept(track);
            }
            return isOver;
        });
    }
}
