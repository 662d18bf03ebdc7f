package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;

/** The dimension of an embedder's output, and the thresholds and calibration of its similarities. */
public record EmbeddingFacts(int dimension, Thresholds thresholds, Calibration calibration) {
    public EmbeddingFacts {
        Facts.require(dimension > 0, "embedding.dimension must be above 0, was " + dimension);
    }
}
