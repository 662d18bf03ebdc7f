package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.SessionId;

/**
 * How far the faces of a video are tracked: topic {@code tracked-videos}, public JSON, compacted. Key: the job id.
 *
 * @param frames number of answered frames, of which {@code lostFrames} were dropped or failed
 * @param faces number of detected faces
 * @param next sequence number of the first frame that is not tracked
 * @param last sequence number of the last tracked frame; -1 if there is none
 * @param version of the newest appearance: older ones were written before
 * @param isComplete whether the job has ended, and all its frames are tracked
 */
public record TrackedVideo(
        String job,
        SessionId session,
        long frames,
        long lostFrames,
        long faces,
        long next,
        long last,
        long version,
        boolean isComplete) {
    public TrackedVideo {
        Checks.id("job", job);
    }

    /** With another version of the appearances. */
    public TrackedVideo at(long changed) {
        return new TrackedVideo(job, session, frames, lostFrames, faces, next, last, changed, isComplete);
    }
}
