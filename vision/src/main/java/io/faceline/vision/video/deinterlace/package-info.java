/** Deinterlacing of frames. */
@NullMarked
package io.faceline.vision.video.deinterlace;

import org.jspecify.annotations.NullMarked;
