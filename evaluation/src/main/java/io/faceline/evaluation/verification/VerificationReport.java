package io.faceline.evaluation.verification;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The report of a verification (1:1), with rates from 0 to 1.
 *
 * @param embedder model id
 * @param tarAtFar1e2 true accept rate at a false accept rate of 1e-2
 * @param facesNotFound number of photos without a face
 * @param pairsNotCompared number of pairs with such a photo, all counted as errors
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
