/** Reads one camera: opens it again and again, sends its frames, and tells its state. */
@NullMarked
package io.faceline.ingest.camera.run;

import org.jspecify.annotations.NullMarked;
