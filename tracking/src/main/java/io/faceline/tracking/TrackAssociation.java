package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which track goes on with which face of a frame. A likeness goes before a place: people cross, and scenes change. */
final class TrackAssociation {
    /** A face that may be the same must be this near, in sizes of the face; people walk by more than their width. */
    private static final double NEAR = 1.5;

    /** A poor face, whose likeness says less, must be nearer. */
    private static final double NEAR_POOR = 0.75;

    private static final double MAX_GROWTH = 2;
    private static final double MAX_OPEN_SECONDS = 1.05;

    /** Without any likeness only an unbroken movement counts, in one clear place and for a moment. */
    private static final double BLIND_IOU = 0.5;

    private static final double MAX_BLIND_STEP_SECONDS = 0.5;
    private static final double MAX_BLIND_SECONDS = 1;

    /** From this overlap on, two are in each other's way. */
    private static final double CROSSING_IOU = 0.1;

    private final List<Track> tracks;
    private final List<FaceObservation> faces;
    private final Thresholds thresholds;

    TrackAssociation(List<Track> tracks, List<FaceObservation> faces, Thresholds thresholds) {
        this.tracks = tracks;
        this.faces = faces;
        this.thresholds = thresholds;
    }

    /** At most one track for a face and one face for a track; faces that begin a track are not in the map. */
    Map<FaceObservation, Pair> pairs() {
        var pairs = new IdentityHashMap<FaceObservation, Pair>();
        var taken = new HashSet<Track>();
        for (var pair : possible()) {
            if (!pairs.containsKey(pair.face()) && taken.add(pair.track())) {
                pairs.put(pair.face(), pair);
            }
        }
        return pairs;
    }

    /** Surest first. */
    private List<Pair> possible() {
        var possible = new ArrayList<Pair>();
        for (var track : tracks) {
            for (var face : faces) {
                var evidence = Association.of(track, face, thresholds);
                if (isPossible(track, face, evidence)) {
                    possible.add(new Pair(track, face, evidence, closeness(track, face)));
                }
            }
        }
        possible.sort(Comparator.comparing(Pair::evidence)
                .thenComparing(Comparator.comparingDouble(Pair::closeness).reversed()));
        return possible;
    }

    private boolean isPossible(Track track, FaceObservation face, Association evidence) {
        return switch (evidence) {
            case SAME -> true;
            case PLAUSIBLE -> isNear(track, face);
            case INDETERMINATE -> isUnbroken(track, face) && isAlone(track, face);
            case DIFFERENT -> false;
        };
    }

    private static boolean isNear(Track track, FaceObservation face) {
        var motion = track.motion();
        return motion.distance(face) <= (face.isPoor() ? NEAR_POOR : NEAR)
                && motion.growth(face) <= MAX_GROWTH
                && motion.seconds(face) <= MAX_OPEN_SECONDS;
    }

    private static boolean isUnbroken(Track track, FaceObservation face) {
        var motion = track.motion();
        return motion.iou(face) >= BLIND_IOU
                && motion.seconds(face) <= MAX_BLIND_STEP_SECONDS
                && track.secondsBlind(face) <= MAX_BLIND_SECONDS;
    }

    private boolean isAlone(Track track, FaceObservation face) {
        var tracksHere = tracks.stream()
                .filter(other -> other.motion().iou(face) > CROSSING_IOU)
                .count();
        var facesHere = faces.stream()
                .filter(other -> track.motion().iou(other) > CROSSING_IOU)
                .count();
        return tracksHere == 1 && facesHere == 1;
    }

    private static double closeness(Track track, FaceObservation face) {
        var motion = track.motion();
        return track.similarity(face).orElse(0) + motion.iou(face) - motion.distance(face) / 10;
    }

    /** @param closeness higher is surer, among pairs of the same evidence */
    record Pair(Track track, FaceObservation face, Association evidence, double closeness) {}
}
