package io.faceline.vision.video;

import io.faceline.contracts.Blob;

/**
 * A frame of a video.
 *
 * @param position presentation timestamp in seconds as the file says, not shifted to begin at zero
 * @param jpeg at the size it is shown in; its EXIF orientation says how it is to be turned
 */
public record VideoFrame(double position, Blob jpeg) {}
