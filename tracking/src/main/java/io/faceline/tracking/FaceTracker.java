package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.TrackedFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Tracks faces over the frames of one source by embedding and position. Holds only recent tracks. Not thread-safe. */
final class FaceTracker {
    /** By how much later than after a second the next picture of a camera may come that delivers one a second. */
    static final double UNSTEADY_SECONDS = 0.15;

    /** Maximum gap after which a face with the same embedding continues its track: one picture of one a second may fail. */
    static final double MAX_GAP_SECONDS = 2 + UNSTEADY_SECONDS;

    /**
     * Maximum number of open tracks: of a crowd in which each frame shows others, the tracks that were seen longest ago end
     * early. All of them are compared with all faces of a frame, and written to one record.
     */
    static final int MAX_OPEN = 500;

    private final Overrides overrides;
    private final Consumer<Track> ended;
    private final List<Track> open;
    private SameNames names;
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
    FaceTracker(Consumer<Track> ended) {
        this(State.EMPTY, Overrides.NONE, ended);
    }

    FaceTracker(State state, Overrides overrides, Consumer<Track> ended) {
        this.overrides = overrides;
        this.ended = ended;
        this.open = new ArrayList<>(state.open());
        this.names = SameNames.of(state.names());
        this.lastNumber = state.lastNumber();
    }

    State state() {
        return new State(lastNumber, open, names.seen());
    }

    /** The number of the track that began last; 0 if none did. */
    long lastNumber() {
        return lastNumber;
    }

    /** Tracks the faces of the next frame, in order of sequence numbers. */
    TrackedFrame accept(AnsweredFrame frame) {
        endStaleTracks(frame.position());
        var faces = FaceObservation.of(frame, names).stream()
                .map(face -> face.without(overrides::isGone))
                .toList();
        var tracked = new TrackedFrame(frame.match(), track(faces, frame.match().thresholds()));
        endExcess();
        return tracked;
    }

    /** Forgets the votes for people who were deleted; returns the numbers of the tracks that had any. */
    Set<Long> forgetGone() {
        var changed = new HashSet<Long>();
        names = names.without(overrides::isGone);
        open.replaceAll(track -> {
            if (!track.knows(overrides::isGone)) {
                return track;
            }
            changed.add(track.number());
            return track.without(overrides::isGone).correctedBy(overrides.correction(track.id()));
        });
        return changed;
    }

    /** Does as was said by hand; returns the numbers of the tracks that changed. */
    Set<Long> correct() {
        var changed = new HashSet<Long>();
        open.replaceAll(track -> {
            var said = overrides.correction(track.id());
            if (Objects.equals(said, track.correction())) {
                return track;
            }
            changed.add(track.number());
            return track.correctedBy(said);
        });
        return changed;
    }

    /** The tracks that may continue. */
    List<Track> open() {
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

    private List<FaceTrack> track(List<FaceObservation> faces, Thresholds thresholds) {
        var pairs = new TrackAssociation(List.copyOf(open), faces, thresholds).pairs();
        return faces.stream()
                .map(face -> pairs.containsKey(face) ? extend(pairs.get(face)) : begin(face))
                .toList();
    }

    private FaceTrack begin(FaceObservation face) {
        var begun = Track.of(++lastNumber, face);
        // Of frames that are processed again.
        var track = begun.correctedBy(overrides.correction(begun.id()));
        open.add(track);
        return faceTrack(track, track.decision());
    }

    private FaceTrack extend(TrackAssociation.Pair pair) {
        var track = extended(pair);
        open.replaceAll(known -> known.number() == track.number() ? track : known);
        var decision = track.decision();
        return faceTrack(track, pair.association() == Association.INDETERMINATE ? decision.asUncertain() : decision);
    }

    private static Track extended(TrackAssociation.Pair pair) {
        return switch (pair.association()) {
            case SAME -> pair.track().with(pair.face());
            case PLAUSIBLE -> pair.track().withoutLearning(pair.face());
            case INDETERMINATE -> pair.track().withUnconfirmed(pair.face());
            case DIFFERENT -> throw new IllegalStateException("a different person must not be paired");
        };
    }

    private static FaceTrack faceTrack(Track track, TrackDecision decision) {
        return new FaceTrack(
                track.id(),
                track.number(),
                decision.decision(),
                decision.person().orElse(null));
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
