package io.faceline.ingest;

import io.faceline.contracts.Blob;
import io.faceline.contracts.FailureCode;
import io.faceline.contracts.Frame;
import io.faceline.contracts.FrameFacts;
import io.faceline.contracts.FrameId;
import io.faceline.contracts.Lane;
import io.faceline.contracts.Match;
import io.faceline.contracts.Outcome;
import io.faceline.contracts.Role;
import io.faceline.contracts.SessionId;
import io.faceline.runtime.ProblemException;
import io.faceline.runtime.Routes;
import io.faceline.vision.image.ImageException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** {@code POST /api/v1/recognize}: one image in, its faces and who they are out. The image is the body or the part {@code file}. */
final class RecognizeRoutes implements Routes {
    private final FrameSender frames;
    private final PhotoReader photos;
    private final NamedMatch named;

    RecognizeRoutes(FrameSender frames, PhotoReader photos, NamedMatch named) {
        this.frames = frames;
        this.photos = photos;
        this.named = named;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/recognize", this::recognize);
    }

    private void recognize(Context context) {
        var probe = probe(accept(image(context)));
        context.future(() -> frames.send(Lane.LIVE, probe)
                .handle((match, failure) -> failure == null ? requireFaces(match) : raise(failure))
                .thenAccept(match -> context.json(named.of(match))));
    }

    private static byte[] image(Context context) {
        if (!context.isMultipartFormData()) {
            return context.bodyAsBytes();
        }
        var file = context.uploadedFile("file");
        if (file == null) {
            throw new ProblemException(400, "NO_IMAGE", "send the image as the part \"file\", or as the body itself");
        }
        try (var content = file.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new ProblemException(400, "NO_IMAGE", "the upload broke off: " + e.getMessage());
        }
    }

    private Blob accept(byte[] image) {
        try {
            return photos.accept(image);
        } catch (ImageException e) {
            throw new ProblemException(status(e.code()), e.code().name(), e.getMessage());
        }
    }

    /** Each request is a session and a source of its own: it sees the shared gallery alone. */
    private static Frame probe(Blob image) {
        var source = "request-" + UUID.randomUUID();
        var facts = new FrameFacts(
                FrameId.of(source, 0),
                SessionId.ofSecret(UUID.randomUUID().toString()),
                new Role.Probe(),
                source,
                0,
                Instant.now(),
                null,
                FrameFacts.ANY_GALLERY);
        return new Frame(facts, Outcome.made(image));
    }

    private static Match requireFaces(Match match) {
        return match.outcome()
                .fold(
                        faces -> match,
                        reason -> {
                            throw new ProblemException(503, reason.name(), "the image was given up; send it again");
                        },
                        (code, message) -> {
                            throw new ProblemException(status(code), code.name(), message);
                        });
    }

    private static Match raise(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            throw new ProblemException(504, FailureCode.TIMEOUT.name(), "no answer came in time; /health says more");
        }
        if (cause instanceof FrameLostException) {
            throw new ProblemException(502, "FRAME_LOST", cause.getMessage());
        }
        throw new CompletionException(cause);
    }

    private static int status(FailureCode code) {
        return switch (code) {
            case EMPTY_FILE -> 400;
            case UNSUPPORTED_FORMAT -> 415;
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> 413;
            case UNKNOWN_MODEL -> 500;
            case TIMEOUT -> 504;
            case DAMAGED_IMAGE, DAMAGED_VIDEO, NO_VIDEO, NO_FRAMES, DECODER_CRASHED, DECODER_STUCK -> 422;
            case TOO_SMALL, UNREADABLE_FILE, OTHER_FRAME_FAILED, NO_SUCH_PERSON -> 422;
        };
    }
}
