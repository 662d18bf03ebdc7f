/** Encoded images to upright pictures, and photos to what a frame may carry. */
@NullMarked
package io.faceline.vision.image.decode;

import org.jspecify.annotations.NullMarked;
