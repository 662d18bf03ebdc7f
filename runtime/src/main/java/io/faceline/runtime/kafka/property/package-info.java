/** Properties of Kafka clients that the environment sets. */
@NullMarked
package io.faceline.runtime.kafka.property;

import org.jspecify.annotations.NullMarked;
