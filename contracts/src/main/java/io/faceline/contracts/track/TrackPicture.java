package io.faceline.contracts.track;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.FrameId;

/**
 * The picture of a track's shot, when it became the best: topic {@code track-shots}, internal CBOR. Key: the source.
 *
 * @param jpeg the aligned crop
 */
public record TrackPicture(String track, FrameId frame, Blob jpeg) {}
