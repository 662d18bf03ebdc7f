package io.faceline.contracts.track;

/** Why a track ended. */
public enum TrackEnd {
    /** The face was not seen for two seconds of the source's own time. */
    LOST,
    /** The source began again, with earlier frames. */
    SOURCE_RESTARTED,
    /** The video is over. */
    SOURCE_ENDED,
    /** No frame of the source came for a while. */
    SOURCE_SILENT,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}
