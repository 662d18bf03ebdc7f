/** Face tracking over the frames of a source. Plain Java without Kafka, HTTP or image processing. */
@NullMarked
package io.faceline.tracking;

import org.jspecify.annotations.NullMarked;
