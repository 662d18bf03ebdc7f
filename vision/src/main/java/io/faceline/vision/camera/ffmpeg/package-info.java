/** FFmpeg's side of a camera: what ends its waiting, what its log tells, and its decoders. */
@NullMarked
package io.faceline.vision.camera.ffmpeg;

import org.jspecify.annotations.NullMarked;
