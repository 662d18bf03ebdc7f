package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assigns the faces of a frame to tracks. Similarity takes precedence over position, because people cross and scenes
 * change.
 */
final class TrackAssociation {
    /** Maximum distance of a plausible face, in face sizes; people move by more than their width. */
    private static final double MAX_DISTANCE = 1.5;

    /** Maximum distance of a poor face, whose similarity is less reliable. */
    private static final double MAX_DISTANCE_POOR = 0.75;

    private static final double MAX_GROWTH = 2;
    private static final double MAX_PLAUSIBLE_SECONDS = 1 + FaceTracker.UNSTEADY_SECONDS;

    /** Without a similarity only continuous movement without ambiguity counts, and only briefly. */
    private static final double MIN_UNCONFIRMED_IOU = 0.5;

    private static final double MAX_UNCONFIRMED_STEP_SECONDS = 0.5;
    private static final double MAX_UNCONFIRMED_SECONDS = 1;

    /** Minimum overlap at which two faces or tracks compete. */
    private static final double CROSSING_IOU = 0.1;

    private final List<Track> tracks;
    private final List<FaceObservation> faces;
    private final Thresholds thresholds;

    TrackAssociation(List<Track> tracks, List<FaceObservation> faces, Thresholds thresholds) {
        this.tracks = tracks;
        this.faces = faces;
        this.thresholds = thresholds;
    }

    /** Pairs each face with at most one track and vice versa; faces that start a new track are not in the map. */
    Map<FaceObservation, Pair> pairs() {
        var pairs = new IdentityHashMap<FaceObservation, Pair>();
        var taken = new HashSet<Long>();
        for (var pair : possible()) {
            if (!pairs.containsKey(pair.face()) && taken.add(pair.track().number())) {
                pairs.put(pair.face(), pair);
            }
        }
        return pairs;
    }

    /** Best pairs first. */
    private List<Pair> possible() {
        var possible = new ArrayList<Pair>();
        for (var track : tracks) {
            for (var face : faces) {
                var association = Association.of(track, face, thresholds);
                if (isPossible(track, face, association)) {
                    possible.add(new Pair(track, face, association, closeness(track, face)));
                }
            }
        }
        possible.sort(Comparator.comparing(Pair::association)
                .thenComparing(Comparator.comparingDouble(Pair::closeness).reversed()));
        return possible;
    }

    private boolean isPossible(Track track, FaceObservation face, Association association) {
        return switch (association) {
            case SAME -> true;
            case PLAUSIBLE -> isNear(track, face);
            case INDETERMINATE -> isContinuous(track, face) && isUnambiguous(track, face);
            case DIFFERENT -> false;
        };
    }

    private static boolean isNear(Track track, FaceObservation face) {
        var motion = track.motion();
        return motion.distance(face) <= (face.isPoor() ? MAX_DISTANCE_POOR : MAX_DISTANCE)
                && motion.growth(face) <= MAX_GROWTH
                && motion.seconds(face) <= MAX_PLAUSIBLE_SECONDS;
    }

    private static boolean isContinuous(Track track, FaceObservation face) {
        var motion = track.motion();
        return motion.iou(face) >= MIN_UNCONFIRMED_IOU
                && motion.seconds(face) <= MAX_UNCONFIRMED_STEP_SECONDS
                && track.secondsUnconfirmed(face) <= MAX_UNCONFIRMED_SECONDS;
    }

    private boolean isUnambiguous(Track track, FaceObservation face) {
        var competingTracks = tracks.stream()
                .filter(other -> other.motion().iou(face) > CROSSING_IOU)
                .count();
        var competingFaces = faces.stream()
                .filter(other -> track.motion().iou(other) > CROSSING_IOU)
                .count();
        return competingTracks == 1 && competingFaces == 1;
    }

    private static double closeness(Track track, FaceObservation face) {
        var motion = track.motion();
        return track.similarity(face).orElse(0) + motion.iou(face) - motion.distance(face) / 10;
    }

    /** @param closeness ranks pairs of the same association; higher is better */
    record Pair(Track track, FaceObservation face, Association association, double closeness) {}
}
