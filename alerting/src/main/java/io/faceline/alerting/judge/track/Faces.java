package io.faceline.alerting.judge.track;

import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;

/** What is known of the face of a visit, after its next look. */
final class Faces {
    /** By which a shot must be better to be another. */
    private static final double BETTER = 1.1;

    private Faces() {}

    static Visit.Face first(TrackUpdate track, Instant look) {
        return new Visit.Face(AlertIdentity.of(track.identity()), track.id(), track.shot(), track.id(), look);
    }

    static Visit.Face next(Visit visit, TrackUpdate track, Instant look) {
        var face = visit.face();
        var next = AlertIdentity.of(track.identity());
        var isIdentity = track.id().equals(face.identityTrack()) || isSurer(next, face.identity());
        var isShot = isBetterShot(face, track, next);
        var shotAt = visit.stage() == VisitStage.OPEN ? face.shotAt() : look;
        return new Visit.Face(
                isIdentity ? next : face.identity(),
                isIdentity ? track.id() : face.identityTrack(),
                isShot ? track.shot() : face.shot(),
                isShot ? track.id() : face.shotTrack(),
                shotAt);
    }

    private static boolean isBetterShot(Visit.Face face, TrackUpdate track, AlertIdentity next) {
        var isOtherName = track.id().equals(face.shotTrack())
                && next.decision() != face.identity().decision();
        return isOtherName || track.shot().score() > face.shot().score() * BETTER;
    }

    private static boolean isSurer(AlertIdentity next, AlertIdentity known) {
        var isMatch = next.decision() == Decision.MATCH;
        if (isMatch != (known.decision() == Decision.MATCH)) {
            return isMatch;
        }
        return next.similarity() != null && (known.similarity() == null || next.similarity() > known.similarity());
    }
}
