/** Pictures: decoding, turning upright, aligning faces, judging their quality, writing them again. */
@NullMarked
package io.faceline.vision.image;

import org.jspecify.annotations.NullMarked;
