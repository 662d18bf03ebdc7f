/** Opens cameras: addresses and their rules, sign-in, certificates, and HTTP cameras. */
@NullMarked
package io.faceline.ingest.camera.open;

import org.jspecify.annotations.NullMarked;
