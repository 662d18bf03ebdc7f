/** Opens cameras of every kind, by the number that was checked. */
@NullMarked
package io.faceline.ingest.camera.network;

import org.jspecify.annotations.NullMarked;
