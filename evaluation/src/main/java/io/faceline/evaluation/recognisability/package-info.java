/** Measures what the rules of recognisability are worth: poor photos on one side, on the other and on both. */
package io.faceline.evaluation.recognisability;
