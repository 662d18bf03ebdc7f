/** The facade of vision: from encoded bytes to faces, from faces to embeddings. */
@NullMarked
package io.faceline.vision;

import org.jspecify.annotations.NullMarked;
