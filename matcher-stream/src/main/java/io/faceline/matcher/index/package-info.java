/** Exact nearest neighbour search of people. Independent of Kafka. */
package io.faceline.matcher.index;
