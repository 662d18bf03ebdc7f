/** Video files to frames: decoded by FFmpeg in a process of its own. */
@NullMarked
package io.faceline.vision.video;

import org.jspecify.annotations.NullMarked;
