package io.faceline.vision.video;

import io.faceline.contracts.Blob;

/**
 * A frame of a video.
 *
 * @param position seconds since the first timestamp of the file, which may be that of another stream
 * @param jpeg at display size; the EXIF orientation is not applied
 */
public record VideoFrame(double position, Blob jpeg) {}
