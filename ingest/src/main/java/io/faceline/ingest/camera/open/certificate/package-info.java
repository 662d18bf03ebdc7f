/** The certificates of cameras, which an admin accepts once. */
@NullMarked
package io.faceline.ingest.camera.open.certificate;

import org.jspecify.annotations.NullMarked;
