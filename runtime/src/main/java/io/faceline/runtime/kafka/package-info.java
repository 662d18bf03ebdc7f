/** Kafka clients: settings, topics, readers, senders. */
@NullMarked
package io.faceline.runtime.kafka;

import org.jspecify.annotations.NullMarked;
