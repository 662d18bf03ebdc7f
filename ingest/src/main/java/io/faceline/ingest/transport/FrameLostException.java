package io.faceline.ingest.transport;

/** A frame will not be answered; the message gives the reason. */
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
                "a stage could not process the frame; the topic dead-letters holds it with the cause", true);
    }

    /** Whether sending the frame again would fail in the same way. */
    public boolean isDeadLetter() {
        return isDeadLetter;
    }
}
