/** Learns which faces are recognisable, and tunes the rule for pairs. */
package io.faceline.evaluation.learning;
