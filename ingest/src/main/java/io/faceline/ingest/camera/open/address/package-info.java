/** Which addresses of cameras may be reached, and what their names stand for. */
@NullMarked
package io.faceline.ingest.camera.open.address;

import org.jspecify.annotations.NullMarked;
