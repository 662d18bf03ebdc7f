package io.faceline.contracts.catalog;

/**
 * What is used when nobody says otherwise.
 *
 * @param folder where npm puts the files of the default pack, below the folder it was called in
 */
public record CatalogDefaults(String detector, String embedder, String folder) {}
