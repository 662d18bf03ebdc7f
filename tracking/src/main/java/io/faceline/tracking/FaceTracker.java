package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tracks faces over the frames of one video by embedding and position. Holds only recent tracks. Not thread-safe. */
final class FaceTracker {
    /** Maximum gap after which a face with the same embedding continues its track. */
    static final double MAX_GAP_SECONDS = 2;

    private final Consumer<TrackSummary> ended;
    private final List<Track> open = new ArrayList<>();
    private final SameNames names = new SameNames();
    private long lastId;

    /** @param ended receives every finished track */
    FaceTracker(Consumer<TrackSummary> ended) {
        this.ended = ended;
    }

    /** Tracks the faces of the next frame, in order of sequence numbers. */
    TrackedFrame accept(AnsweredFrame frame) {
        endStaleTracks(frame.position());
        var faces = FaceObservation.of(frame, names);
        return new TrackedFrame(frame, track(faces, frame.match().thresholds()));
    }

    /** The current state of the tracks that may continue. */
    Stream<TrackSummary> open() {
        return open.stream().map(Track::summary);
    }

    private List<TrackedFace> track(List<FaceObservation> faces, Thresholds thresholds) {
        var pairs = new TrackAssociation(List.copyOf(open), faces, thresholds).pairs();
        return faces.stream()
                .map(face -> pairs.containsKey(face) ? extend(pairs.get(face)) : begin(face))
                .toList();
    }

    private TrackedFace begin(FaceObservation face) {
        var track = new Track(++lastId, face);
        open.add(track);
        return tracked(track, face, track.decision());
    }

    private static TrackedFace extend(TrackAssociation.Pair pair) {
        var track = pair.track();
        switch (pair.association()) {
            case SAME -> track.add(pair.face());
            case PLAUSIBLE -> track.addWithoutLearning(pair.face());
            case INDETERMINATE -> track.addUnconfirmed(pair.face());
            case DIFFERENT -> throw new IllegalStateException("a different person must not be paired");
        }
        var decision = track.decision();
        return tracked(
                track,
                pair.face(),
                pair.association() == Association.INDETERMINATE ? decision.asUncertain() : decision);
    }

    private static TrackedFace tracked(Track track, FaceObservation face, TrackDecision decision) {
        return new TrackedFace(face.matched(), face.embedded(), track.id(), decision);
    }

    private void endStaleTracks(double position) {
        open.removeIf(track -> {
            // The absolute value, since positions jump back in a video with a broken index.
            var isOver = Math.abs(position - track.motion().last().position()) > MAX_GAP_SECONDS;
            if (isOver) {
                ended.accept(track.summary());
            }
            return isOver;
        });
    }
}
