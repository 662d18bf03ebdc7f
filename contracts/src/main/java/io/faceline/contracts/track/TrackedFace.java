package io.faceline.contracts.track;

import io.faceline.contracts.face.MatchedFace;

/**
 * A face of a frame with its track.
 *
 * @param face with the frame's own, unchanged decision
 */
public record TrackedFace(MatchedFace face, FaceTrack track) {}
