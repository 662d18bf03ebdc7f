package io.faceline.contracts.catalog;

/**
 * Under which terms a model may be used.
 *
 * @param training what is known of the photos it was trained on
 */
public record Licence(String name, boolean commercialUse, String origin, String training) {}
