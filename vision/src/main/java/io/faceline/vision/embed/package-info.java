/** From aligned crops to embeddings. */
@NullMarked
package io.faceline.vision.embed;

import org.jspecify.annotations.NullMarked;
