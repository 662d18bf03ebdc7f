package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;
import java.util.Optional;

/**
 * What the matcher needs to know about an embedding model.
 *
 * @param modelId name and first eight digits of the file's sha256, such as {@code fr_feature@87aacdfe}: a changed file
 *     is a different model
 * @param recognisability what was learned about poor faces of this model
 */
public record MatchingFacts(
        String modelId,
        int dimension,
        Thresholds thresholds,
        Calibration calibration,
        Optional<CatalogFile> recognisability) {
    /** A model of whose poor faces nothing was learned. */
    public MatchingFacts(String modelId, int dimension, Thresholds thresholds, Calibration calibration) {
        this(modelId, dimension, thresholds, calibration, Optional.empty());
    }

    /** The same model with other thresholds. */
    public MatchingFacts with(Thresholds others) {
        return new MatchingFacts(modelId, dimension, others, calibration, recognisability);
    }
}
