package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;

/**
 * What matching must know of an embedding model.
 *
 * @param modelId name and first eight digits of the file's sha256, as in {@code fr_feature@87aacdfe}: a changed file is
 *     another model
 */
public record MatchingFacts(String modelId, int dimension, Thresholds thresholds, Calibration calibration) {}
