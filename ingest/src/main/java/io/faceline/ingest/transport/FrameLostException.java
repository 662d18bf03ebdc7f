package io.faceline.ingest.transport;

/** No answer will come for a frame; the message says why. */
public final class FrameLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isDeadLetter;

    public FrameLostException(String message) {
        this(message, false);
    }

    private FrameLostException(String message, boolean isDeadLetter) {
        super(message);
        this.isDeadLetter = isDeadLetter;
    }

    static FrameLostException deadLetter() {
        return new FrameLostException(
                "a stage could not work on the frame; the topic dead-letters has it with the cause", true);
    }

    /** Whether it would be lost again if it were sent again. */
    public boolean isDeadLetter() {
        return isDeadLetter;
    }
}
