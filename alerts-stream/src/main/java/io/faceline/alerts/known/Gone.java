package io.faceline.alerts.known;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackUpdate;

/** What is not to be judged any more. */
public final class Gone {
    private Gone() {}

    /** Whether the session, the job or the camera was deleted. */
    public static boolean isGone(Erasure erasure, SessionId session, String source) {
        return erasure.hasEnded(session)
                || erasure.isDeletedJob(source)
                || (session.isCamera()
                        && CameraId.parse(source)
                                .filter(erasure::isDeletedCamera)
                                .isPresent());
    }

    /** Whether the track names somebody who was deleted, or did. */
    public static boolean isOfDeleted(Erasure erasure, TrackUpdate track) {
        var former = track.former();
        return track.identity().knows(erasure::isDeleted) || (former != null && erasure.isDeleted(former));
    }

    /** Whether the pictures of the track are to be erased. */
    public static boolean hides(Erasure erasure, TrackUpdate track) {
        return isOfDeleted(erasure, track) || isGone(erasure, track.session(), track.source());
    }

    /** The track without people who were deleted. */
    public static TrackUpdate without(Erasure erasure, TrackUpdate track) {
        return isOfDeleted(erasure, track) ? track.unknown() : track;
    }
}
