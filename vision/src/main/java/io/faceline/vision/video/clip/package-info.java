/** Clips of videos: their containers, and the packets that go into them as they are. */
@NullMarked
package io.faceline.vision.video.clip;

import org.jspecify.annotations.NullMarked;
