/** Exact search for the most similar people. Knows no Kafka. */
package io.faceline.matcher.index;
