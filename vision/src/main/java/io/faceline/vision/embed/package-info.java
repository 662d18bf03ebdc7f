/** Embeddings of aligned crops. */
@NullMarked
package io.faceline.vision.embed;

import org.jspecify.annotations.NullMarked;
