/** Verification (1:1) of pairs of photos. */
package io.faceline.evaluation.verification;
