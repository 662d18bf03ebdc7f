package io.faceline.contracts.catalog;

/**
 * The licence of a model.
 *
 * @param training what is known about the training data
 */
public record Licence(String name, boolean commercialUse, String origin, String training) {}
