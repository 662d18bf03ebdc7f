/** Looks at a camera once before it is added: whether it answers, what it sends, and what to change. */
@NullMarked
package io.faceline.ingest.camera.check;

import org.jspecify.annotations.NullMarked;
