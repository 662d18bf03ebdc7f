package io.faceline.tracking;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.MatchedFace;
import java.util.Optional;

/**
 * A face of a frame and the track it belongs to.
 *
 * @param face with the frame's own decision, as it was
 * @param trackId the same for the same face over frames, from 1 in each video
 * @param track the decision of the track up to and with this frame
 */
public record TrackedFace(MatchedFace face, Optional<EmbeddedFace> embedded, long trackId, TrackDecision track) {}
