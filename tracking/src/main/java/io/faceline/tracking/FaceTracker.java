package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Follows faces over the frames of one video by embedding and by place. Holds the tracks of the last moments alone. Not
 * safe for threads.
 */
final class FaceTracker {
    /** A face may be missed for so long and is still the same track when it comes back looking the same. */
    static final double MAX_GAP_SECONDS = 2;

    private final Consumer<TrackSummary> ended;
    private final List<Track> open = new ArrayList<>();
    private long lastId;

    /** @param ended is told of every track once it is over */
    FaceTracker(Consumer<TrackSummary> ended) {
        this.ended = ended;
    }

    /** Frames come in order of their sequence. */
    TrackedFrame accept(AnsweredFrame frame) {
        endThoseGoneBy(frame.position());
        var faces = FaceObservation.of(frame);
        return new TrackedFrame(frame, follow(faces, frame.match().thresholds()));
    }

    /** The tracks that may go on, as they are by now. */
    Stream<TrackSummary> open() {
        return open.stream().map(Track::summary);
    }

    private List<TrackedFace> follow(List<FaceObservation> faces, Thresholds thresholds) {
        var pairs = new TrackAssociation(List.copyOf(open), faces, thresholds).pairs();
        return faces.stream()
                .map(face -> pairs.containsKey(face) ? goOn(pairs.get(face)) : begin(face))
                .toList();
    }

    private TrackedFace begin(FaceObservation face) {
        var track = new Track(++lastId, face);
        open.add(track);
        return tracked(track, face, track.decision());
    }

    private static TrackedFace goOn(TrackAssociation.Pair pair) {
        var track = pair.track();
        switch (pair.evidence()) {
            case SAME -> track.add(pair.face());
            case PLAUSIBLE -> track.addUnlearnt(pair.face());
            case INDETERMINATE -> track.addBlindly(pair.face());
            case DIFFERENT -> throw new IllegalStateException("somebody else is no pair");
        }
        var decision = track.decision();
        return tracked(
                track, pair.face(), pair.evidence() == Association.INDETERMINATE ? decision.doubted() : decision);
    }

    private static TrackedFace tracked(Track track, FaceObservation face, TrackDecision decision) {
        return new TrackedFace(face.matched(), face.embedded(), track.id(), decision);
    }

    private void endThoseGoneBy(double position) {
        open.removeIf(track -> {
            // Also when a broken index makes positions jump back.
            var isOver = Math.abs(position - track.motion().last().position()) > MAX_GAP_SECONDS;
            if (isOver) {
                ended.accept(track.summary());
            }
            return isOver;
        });
    }
}
