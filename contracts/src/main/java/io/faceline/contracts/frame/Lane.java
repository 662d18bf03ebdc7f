package io.faceline.contracts.frame;

import java.util.Locale;

/** Frames that somebody waits for, and frames by the thousand. A stage is told its lane by settings; its code is one. */
public enum Lane {
    /** Keyed by source, keeps order. */
    LIVE,
    /** Keyed by frame id, spreads over all partitions. */
    BULK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
