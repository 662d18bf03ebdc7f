/** Embeddings become matches: the gallery, the enrollments, the people and the decision. */
@NullMarked
package io.faceline.matcher;

import org.jspecify.annotations.NullMarked;
