package io.faceline.evaluation.verification;

/**
 * A compared pair.
 *
 * @param score the similarity; without a face, the infinity that makes the pair an error at any threshold
 */
record ScoredPair(int fold, boolean isSame, double score) {
    static ScoredPair withoutFace(int fold, boolean isSame) {
        return new ScoredPair(fold, isSame, isSame ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    boolean isRightAt(double threshold) {
        return isSame == (score >= threshold);
    }
}
