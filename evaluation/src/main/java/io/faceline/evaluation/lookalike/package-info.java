/** Measures what is said of the people who resemble each other most. */
package io.faceline.evaluation.lookalike;
