/** Tells still scenes from those in which something moves, from the brightness of coarse cells. */
@NullMarked
package io.faceline.vision.camera.motion;

import org.jspecify.annotations.NullMarked;
