package io.faceline.cli.photo;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import java.util.concurrent.TimeoutException;

/** The reason why a photo or a frame of a video has no answer. */
public final class PhotoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    PhotoFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Converts the exception of a frame's future. */
    public static PhotoFailure of(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        if (cause instanceof PhotoFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return new PhotoFailure(FailureCode.TIMEOUT.name(), "no answer arrived in time; see the log");
        }
        if (cause instanceof FrameLostException) {
            return new PhotoFailure("DEAD_LETTER", cause.getMessage());
        }
        if (cause instanceof ProblemException refusal) {
            return new PhotoFailure(refusal.code(), refusal.getMessage());
        }
        throw new IllegalStateException("a frame failed unexpectedly", cause);
    }

    public String code() {
        return code;
    }
}
