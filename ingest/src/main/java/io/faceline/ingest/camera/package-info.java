/** Reads the cameras of an installation, which its instances share. */
@NullMarked
package io.faceline.ingest.camera;

import org.jspecify.annotations.NullMarked;
