package io.faceline.evaluation.verification;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One photo against one: shares from 0 to 1.
 *
 * @param embedder its model id
 * @param tarAtFar1e2 true accept rate where at most one in a hundred pairs of two people is accepted
 * @param facesNotFound photos without a face
 * @param pairsNotCompared pairs with such a photo, all counted as errors
 */
public record VerificationReport(
        String embedder,
        int folds,
        int pairs,
        double accuracy,
        double accuracyStd,
        double threshold,
        @JsonProperty("tarAtFar1e-2") double tarAtFar1e2,
        @JsonProperty("tarAtFar1e-3") double tarAtFar1e3,
        double eer,
        int facesNotFound,
        int pairsNotCompared,
        double msPerFace) {}
