/** Boxes and names drawn onto a copy of a picture. */
@NullMarked
package io.faceline.vision.image.annotate;

import org.jspecify.annotations.NullMarked;
