package io.faceline.contracts.track;

import io.faceline.contracts.Blob;

/**
 * A picture of an appearance: topic {@code shots}, internal CBOR, compacted, so that it can be erased. Key: {@link #key}.
 *
 * @param jpeg the aligned crop
 */
public record ShotPicture(Blob jpeg) {
    /** Which of the shots of an appearance. */
    public enum Kind {
        BEST,
        FIRST,
        LAST
    }

    private static final String SEPARATOR = "|";

    /** The key of the record: that of the appearance, and which of its shots. */
    public static String key(String appearance, Kind kind) {
        return appearance + SEPARATOR + kind;
    }
}
