package io.faceline.contracts.catalog;

import io.faceline.contracts.face.Thresholds;

/**
 * What the matcher needs to know about an embedding model.
 *
 * @param modelId name and first eight digits of the file's sha256, such as {@code fr_feature@87aacdfe}: a changed file
 *     is a different model
 */
public record MatchingFacts(String modelId, int dimension, Thresholds thresholds, Calibration calibration) {}
