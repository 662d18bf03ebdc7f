package io.faceline.contracts.job;

/** The state of a job. */
public enum JobState {
    /** The video was received and is waiting to be processed. */
    QUEUED,
    /** Frames are being processed, or the process died before it recorded the end: such a job is resumed. */
    RUNNING,
    /** Every frame was answered. */
    DONE,
    /** The job was cancelled by its owner. */
    CANCELLED,
    /** The job was aborted; some frames may have been answered. */
    FAILED,
    /** A tombstone that outlives the answers of its frames, so that they are no longer shown. */
    DELETED;

    /** Whether a process may resume the job. */
    public boolean isUnfinished() {
        return this == QUEUED || this == RUNNING;
    }
}
