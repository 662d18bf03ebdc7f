/** Verification (1:1): pairs of photos. */
package io.faceline.evaluation.verification;
