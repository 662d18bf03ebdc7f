/** Who is in a video: its tracks, compared with each other. */
@NullMarked
package io.faceline.tracking.video;

import org.jspecify.annotations.NullMarked;
