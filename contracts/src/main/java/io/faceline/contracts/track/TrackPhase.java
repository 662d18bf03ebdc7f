package io.faceline.contracts.track;

/** Where a track stands. */
public enum TrackPhase {
    /** The first record of the track. */
    NEW,
    /** Something visible changed. */
    UPDATE,
    /** The last record: no face is added any more. */
    END,
    /** Only read: a phase that a newer version added. */
    UNKNOWN
}
