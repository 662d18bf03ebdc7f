/** Photos made worse step by step, and what that does to accuracy. */
package io.faceline.evaluation.degradation;
