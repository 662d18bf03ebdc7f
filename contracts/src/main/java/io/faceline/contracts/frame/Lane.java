package io.faceline.contracts.frame;

import java.util.Locale;

/** Separates frames that a user waits for from bulk frames. Settings assign a stage its lane; the code is the same. */
public enum Lane {
    /** Keyed by source, keeps the order. */
    LIVE,
    /** Keyed by frame id, spreads over all partitions. */
    BULK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
