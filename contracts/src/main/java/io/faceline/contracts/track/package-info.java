/** Faces that were followed over the frames of a source. */
@NullMarked
package io.faceline.contracts.track;

import org.jspecify.annotations.NullMarked;
