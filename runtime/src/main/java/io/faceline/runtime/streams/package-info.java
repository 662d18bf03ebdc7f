/** Kafka Streams applications: failure policy, dead letters, lifecycle. */
@NullMarked
package io.faceline.runtime.streams;

import org.jspecify.annotations.NullMarked;
