/** How far a face can be recognised at all, told by its vector; and what follows for a pair of faces. Without Kafka. */
@NullMarked
package io.faceline.matcher.recognisability;

import org.jspecify.annotations.NullMarked;
