/** Decodes images to upright pictures, and prepares photos for frames. */
@NullMarked
package io.faceline.vision.image.decode;

import org.jspecify.annotations.NullMarked;
