/** The topics: names, keys, values, partitions and retention. */
@NullMarked
package io.faceline.contracts.topic;

import org.jspecify.annotations.NullMarked;
