package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;

/** What an embedder gives, and how its similarities are to be judged. */
public record EmbeddingFacts(int dimension, Thresholds thresholds, Calibration calibration) {
    public EmbeddingFacts {
        Facts.require(dimension > 0, "embedding.dimension must be above 0, was " + dimension);
    }
}
