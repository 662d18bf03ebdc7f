package io.faceline.contracts.catalog;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Sha256;

/** A file that lies beside a catalog and that an entry names. */
public record CatalogFile(String name, Blob content) {
    /** The hash, as the text is part of the fingerprint of the settings that decide. */
    @Override
    public String toString() {
        return name + "@" + Sha256.hex(content.toByteArray());
    }
}
