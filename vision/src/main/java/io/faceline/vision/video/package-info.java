/** Decodes video files to frames with FFmpeg in a separate process. */
@NullMarked
package io.faceline.vision.video;

import org.jspecify.annotations.NullMarked;
