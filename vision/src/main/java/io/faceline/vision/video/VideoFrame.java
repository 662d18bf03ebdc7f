package io.faceline.vision.video;

import io.faceline.contracts.Blob;

/**
 * A frame of a video.
 *
 * @param position presentation timestamp of the file in seconds, not shifted to start at zero
 * @param jpeg at display size; the EXIF orientation is not applied
 */
public record VideoFrame(double position, Blob jpeg) {}
