/** Draws boxes and names onto a copy of an image. */
@NullMarked
package io.faceline.vision.image.annotate;

import org.jspecify.annotations.NullMarked;
