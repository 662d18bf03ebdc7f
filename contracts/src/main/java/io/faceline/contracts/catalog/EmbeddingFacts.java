package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * The dimension of an embedder's output, and the thresholds and calibration of its similarities.
 *
 * @param recognisability name of the file beside the catalog that tells poor faces of this model; absent if nothing was
 *     learned about them
 */
public record EmbeddingFacts(
        int dimension,
        Thresholds thresholds,
        Calibration calibration,
        @Nullable String recognisability) {
    public EmbeddingFacts {
        Facts.require(dimension > 0, "embedding.dimension must be above 0, was " + dimension);
        Facts.require(
                recognisability == null
                        || ModelFacts.NAME.matcher(recognisability).matches(),
                "embedding.recognisability must be a plain file name, was \"" + recognisability + "\"");
    }
}
