package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.transport.SendFrame;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.concurrent.PendingFutures;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.http.ProblemException;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageInspector;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the images of HTTP requests as single frames: through the live lane, but for large ones. Frames sent after an enrollment into the
 * shared gallery through this instance are matched against it. Thread-safe.
 */
public final class FrameRequests {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);
    /** Frames with more take a core for seconds: in the live lane, others would wait behind them in a partition. */
    private static final long MAX_LIVE_PIXELS = 16_000_000;

    private final SendFrame sender;
    private final PhotoReader photos;
    private final DiskSpace disk;
    private final Executor answerExecutor;
    private final PendingFutures pending = new PendingFutures(ProblemException::stopping);
    private final AtomicLong galleryVersion = new AtomicLong(FrameFacts.ANY_GALLERY);

    /**
     * What a request says besides its images.
     *
     * @param session whose people it asks for
     * @param minGalleryVersion the shared gallery must be at least that new, -1 for any
     */
    record Asker(SessionId session, TraceParent trace, long minGalleryVersion) {
        private static final String VERSION_HEADER = "Faceline-Gallery-Version";

        /** @throws ProblemException when a header is invalid */
        static Asker of(SessionId session, Context context) {
            return new Asker(session, TraceParent.of(context.header(TraceParent.HEADER)), galleryVersion(context));
        }

        private static long galleryVersion(Context context) {
            var text = context.header(VERSION_HEADER);
            try {
                return text == null ? FrameFacts.ANY_GALLERY : Math.max(FrameFacts.ANY_GALLERY, Long.parseLong(text));
            } catch (NumberFormatException e) {
                throw new ProblemException(
                        400, "BAD_REQUEST", VERSION_HEADER + " must be a number, as in the answer to a change");
            }
        }
    }

    /**
     * @param disk of Kafka; while it is full, no image is accepted
     * @param answerExecutor processes the answers, so that the thread that reads them from Kafka is not blocked
     */
    public FrameRequests(SendFrame sender, PhotoReader photos, DiskSpace disk, Executor answerExecutor) {
        this.disk = disk;
        this.sender = sender;
        this.photos = photos;
        this.answerExecutor = answerExecutor;
    }

    /** A new, unique id. */
    static FrameId newId() {
        return FrameId.of("request-" + UUID.randomUUID(), 0);
    }

    /** @throws ProblemException while the disk is full */
    void requireSpace() {
        disk.require();
    }

    /**
     * What an image is, by its header alone.
     *
     * @throws ProblemException when the image is refused
     */
    ImageInspector.Inspected inspect(Blob image) {
        try {
            return photos.inspect(image);
        } catch (ImageException e) {
            throw FrameErrors.of(e);
        }
    }

    /**
     * Validates an image and re-encodes a large one, which may take seconds and hundreds of megabytes.
     *
     * @throws ProblemException when the image is refused
     */
    Blob accept(Blob image) {
        try {
            return photos.accept(image);
        } catch (ImageException e) {
            throw FrameErrors.of(e);
        }
    }

    /** Completes with the answer and its faces, or exceptionally with the problem of the frame. */
    CompletableFuture<Match> ask(Asker asker, Role role, Blob image) {
        return ask(newId(), asker, role, image);
    }

    CompletableFuture<Match> ask(FrameId id, Asker asker, Role role, Blob image) {
        var minVersion = Math.max(asker.minGalleryVersion, galleryVersion());
        var facts = new FrameFacts(id, asker.session, role, source(id), 0, Instant.now(), null, minVersion);
        return ask(lane(image), facts, image, asker.trace);
    }

    /** Asks for a camera's frame. */
    public CompletableFuture<Match> ask(Lane lane, FrameFacts facts, Blob image) {
        return ask(lane, facts, image, TraceParent.NONE);
    }

    private CompletableFuture<Match> ask(Lane lane, FrameFacts facts, Blob image, TraceParent trace) {
        return pending.add(sender.request(lane, new Frame(facts, Outcome.made(image)), trace)
                .handleAsync(
                        (match, failure) -> {
                            if (failure != null) {
                                throw FrameErrors.of(failure);
                            }
                            return FrameErrors.require(match);
                        },
                        answerExecutor));
    }

    /** That of a photo. */
    private Lane lane(Blob image) {
        return inspect(image).pixels() > MAX_LIVE_PIXELS ? Lane.BULK : Lane.LIVE;
    }

    /** Waits briefly for the answers to the frames under way; requests without one are told that the service stops. */
    public void stop() {
        pending.stop(STOP_TIMEOUT);
    }

    private static String source(FrameId id) {
        var text = id.value();
        return text.substring(0, text.lastIndexOf('/'));
    }

    /** The minimum version of the shared gallery that a frame must be answered from. */
    public long galleryVersion() {
        return galleryVersion.get();
    }

    /** Raises the minimum version of the shared gallery for all later frames. */
    void requireGalleryVersion(long version) {
        galleryVersion.accumulateAndGet(version, Math::max);
    }
}
