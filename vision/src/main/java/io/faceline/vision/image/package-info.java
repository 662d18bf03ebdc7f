/** Images: decoding, orientation, face alignment, quality and encoding. */
@NullMarked
package io.faceline.vision.image;

import org.jspecify.annotations.NullMarked;
