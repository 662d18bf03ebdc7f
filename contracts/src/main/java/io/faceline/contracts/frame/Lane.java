package io.faceline.contracts.frame;

import java.util.Locale;

/** Separates frames that a user waits for from all others. Settings assign a stage its lane. */
public enum Lane {
    /** Keyed by source, keeps the order. */
    LIVE,
    /** Keyed by frame id, spreads over all partitions. */
    BULK,
    /** Keyed by source, keeps the order; others may write it. Takes only frames of cameras that are still fresh. */
    CAMERA;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
