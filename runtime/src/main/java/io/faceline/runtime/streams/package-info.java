/** Kafka Streams applications: error handling, dead letters, lifecycle. */
@NullMarked
package io.faceline.runtime.streams;

import org.jspecify.annotations.NullMarked;
