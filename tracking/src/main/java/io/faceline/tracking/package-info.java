/** Follows faces over the frames of a source. Plain Java: no Kafka, no HTTP, no pixels. */
@NullMarked
package io.faceline.tracking;

import org.jspecify.annotations.NullMarked;
