/** The topics: names, keys, values, partitions and how long they are kept. */
@NullMarked
package io.faceline.contracts.topic;

import org.jspecify.annotations.NullMarked;
