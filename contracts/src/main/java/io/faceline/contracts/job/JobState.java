package io.faceline.contracts.job;

/** How far a job is. */
public enum JobState {
    /** Its video was received and waits for its turn. */
    QUEUED,
    /** Frames are on their way, or its process died before it could say how it ended: such a job is resumed. */
    RUNNING,
    /** Every frame was answered. */
    DONE,
    /** It was given up on purpose. */
    CANCELLED,
    /** It could not go on; some frames may have been answered. */
    FAILED,
    /** A mark that outlives the answers of its frames, so that nobody is shown them. */
    DELETED;

    /** Whether a process may take it up again. */
    public boolean isUnfinished() {
        return this == QUEUED || this == RUNNING;
    }
}
