/** Arithmetic of vectors, without Kafka. */
package io.faceline.matcher.vector;
