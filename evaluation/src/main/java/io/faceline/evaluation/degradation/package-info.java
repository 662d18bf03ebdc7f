/** Degrades photos level by level and measures the effect on accuracy. */
package io.faceline.evaluation.degradation;
