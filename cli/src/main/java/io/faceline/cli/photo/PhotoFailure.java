package io.faceline.cli.photo;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.runtime.concurrent.Throwables;
import java.util.concurrent.TimeoutException;

/** Why there is no answer for a photo, or a frame of a video. */
public final class PhotoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    PhotoFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Of what the sender of a frame completed its future with. */
    public static PhotoFailure of(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        if (cause instanceof PhotoFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return new PhotoFailure(FailureCode.TIMEOUT.name(), "no answer came in time; the log says more");
        }
        if (cause instanceof FrameLostException) {
            return new PhotoFailure("DEAD_LETTER", cause.getMessage());
        }
        throw new IllegalStateException("A frame failed in a way nobody foresaw", cause);
    }

    public String code() {
        return code;
    }
}
