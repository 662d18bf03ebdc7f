package io.faceline.vision.video.clip;

/** A container does not take the packets of a video. */
public final class MuxingException extends Exception {
    private static final long serialVersionUID = 1;

    MuxingException(String message) {
        super(message);
    }

    /** @throws MuxingException when a call of FFmpeg returned an error */
    static void check(int returned, String call) throws MuxingException {
        if (returned < 0) {
            throw new MuxingException(call + " returned " + returned);
        }
    }
}
