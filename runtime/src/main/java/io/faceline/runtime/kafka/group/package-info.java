/** Shares the keys of a compacted topic among the instances of a service. */
@NullMarked
package io.faceline.runtime.kafka.group;

import org.jspecify.annotations.NullMarked;
