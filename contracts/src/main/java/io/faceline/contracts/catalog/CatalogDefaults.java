package io.faceline.contracts.catalog;

/**
 * The models used unless the settings name others.
 *
 * @param folder where npm installs the files of the default pack, relative to the folder npm runs in
 */
public record CatalogDefaults(String detector, String embedder, String folder) {}
