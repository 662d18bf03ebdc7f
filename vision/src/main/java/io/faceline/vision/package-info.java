/** Facade: detects faces in encoded images and computes their embeddings. */
@NullMarked
package io.faceline.vision;

import org.jspecify.annotations.NullMarked;
