/** Cameras that ingest reads: their definitions, states and previews. */
@NullMarked
package io.faceline.contracts.camera;

import org.jspecify.annotations.NullMarked;
