package io.faceline.cli.report;

import io.faceline.contracts.face.Thresholds;

/**
 * What decisions rest on.
 *
 * @param modelId of the embedding model
 */
public record DecisionBasis(String modelId, Thresholds thresholds) {}
