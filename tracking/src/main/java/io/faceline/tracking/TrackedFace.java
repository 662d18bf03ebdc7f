package io.faceline.tracking;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.MatchedFace;
import java.util.Optional;

/**
 * A face of a frame with its track.
 *
 * @param face with the frame's own, unchanged decision
 * @param trackId id of the track, unique in the video, from 1
 * @param track the decision of the track up to and including this frame
 */
public record TrackedFace(MatchedFace face, Optional<EmbeddedFace> embedded, long trackId, TrackDecision track) {}
