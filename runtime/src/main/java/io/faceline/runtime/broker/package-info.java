/** Whether Kafka responds. */
@NullMarked
package io.faceline.runtime.broker;

import org.jspecify.annotations.NullMarked;
