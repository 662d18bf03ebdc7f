package io.faceline.standalone.footage;

import io.faceline.contracts.Thresholds;

/**
 * What decisions rest on.
 *
 * @param modelId of the embedding model
 */
public record Basis(String modelId, Thresholds thresholds) {}
