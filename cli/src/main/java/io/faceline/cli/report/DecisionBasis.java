package io.faceline.cli.report;

import io.faceline.contracts.face.Thresholds;

/**
 * The model and the thresholds of decisions.
 *
 * @param modelId the id of the embedding model
 */
public record DecisionBasis(String modelId, Thresholds thresholds) {}
