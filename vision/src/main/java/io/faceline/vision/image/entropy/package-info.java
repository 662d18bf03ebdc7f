/** Checks the entropy-coded data of JPEGs. */
@NullMarked
package io.faceline.vision.image.entropy;

import org.jspecify.annotations.NullMarked;
