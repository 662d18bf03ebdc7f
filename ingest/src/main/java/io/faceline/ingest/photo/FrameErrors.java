package io.faceline.ingest.photo;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import io.faceline.vision.image.ImageException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Maps a failed frame to the problem that the HTTP caller receives. */
final class FrameErrors {
    private FrameErrors() {}

    static ProblemException of(ImageException invalid) {
        return of(invalid.code(), String.valueOf(invalid.getMessage()));
    }

    /**
     * Returns the answer when it holds faces.
     *
     * @throws ProblemException when the frame was dropped or failed
     */
    static Match require(Match match) {
        return match.outcome()
                .fold(
                        faces -> match,
                        reason -> {
                            throw new ProblemException(503, reason.name(), "the image was dropped; send it again");
                        },
                        (code, message) -> {
                            throw of(code, message);
                        });
    }

    /** The problem behind a frame without an answer; anything else is a bug and is rethrown. */
    static RuntimeException of(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        if (cause instanceof TimeoutException) {
            return new ProblemException(504, FailureCode.TIMEOUT.name(), "no answer arrived in time; see /health");
        }
        if (cause instanceof FrameLostException) {
            return new ProblemException(502, "FRAME_LOST", String.valueOf(cause.getMessage()));
        }
        return cause instanceof ProblemException problem ? problem : new CompletionException(cause);
    }

    private static ProblemException of(FailureCode code, String message) {
        return new ProblemException(status(code), code.name(), message);
    }

    private static int status(FailureCode code) {
        return switch (code) {
            case EMPTY_FILE -> 400;
            case UNSUPPORTED_FORMAT -> 415;
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> 413;
            case UNKNOWN_MODEL, INTERNAL, UNKNOWN_ROLE, UNKNOWN -> 500;
            case SESSION_ENDED -> 401;
            case NOT_ALLOWED_HERE -> 403;
            case TIMEOUT -> 504;
            case DAMAGED_IMAGE, DAMAGED_VIDEO, NO_VIDEO, NO_FRAMES, DECODER_CRASHED, DECODER_STUCK -> 422;
            case TOO_COSTLY, TOO_SMALL, UNREADABLE_FILE, OTHER_FRAME_FAILED, NO_SUCH_PERSON -> 422;
        };
    }
}
