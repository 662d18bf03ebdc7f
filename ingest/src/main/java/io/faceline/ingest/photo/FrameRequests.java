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
import io.faceline.vision.image.ImageException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The frames of HTTP requests: each image goes through the live lane by itself. What was enrolled into the shared gallery
 * here, all later frames from here see. Safe for all threads.
 */
public final class FrameRequests {
    private final SendFrame sending;
    private final PhotoReader photos;
    private final Executor answering;
    /** A large image is decoded here: as many at a time as there are cores, for each takes hundreds of megabytes. */
    private final Semaphore accepting = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final AtomicLong galleryVersion = new AtomicLong(FrameFacts.ANY_GALLERY);

    /** @param answering works on the answers, so that whoever reads them goes on reading */
    public FrameRequests(SendFrame sending, PhotoReader photos, Executor answering) {
        this.sending = sending;
        this.photos = photos;
        this.answering = answering;
    }

    /** An id that no frame ever had. */
    static FrameId newId() {
        return FrameId.of("request-" + UUID.randomUUID(), 0);
    }

    /** An image that is refused at the door is a {@link io.faceline.runtime.http.ProblemException}. */
    public Blob accept(Blob image) {
        accepting.acquireUninterruptibly();
        try {
            return photos.accept(image);
        } catch (ImageException e) {
            throw FrameErrors.of(e);
        } finally {
            accepting.release();
        }
    }

    /** The answer with its faces; whatever else becomes of the frame is a problem to be told. */
    public CompletableFuture<Match> ask(SessionId session, Role role, Blob image) {
        return ask(newId(), session, role, image);
    }

    public CompletableFuture<Match> ask(FrameId id, SessionId session, Role role, Blob image) {
        return ask(new FrameFacts(id, session, role, source(id), 0, Instant.now(), null, galleryVersion()), image);
    }

    public CompletableFuture<Match> ask(FrameFacts facts, Blob image) {
        return sending.request(Lane.LIVE, new Frame(facts, Outcome.made(image)))
                .handleAsync(
                        (match, failure) -> {
                            if (failure != null) {
                                throw FrameErrors.of(failure);
                            }
                            return FrameErrors.require(match);
                        },
                        answering);
    }

    private static String source(FrameId id) {
        var text = id.value();
        return text.substring(0, text.lastIndexOf('/'));
    }

    /** What a frame must be answered from, at least. */
    public long galleryVersion() {
        return galleryVersion.get();
    }

    /** From now on no frame is answered from an older shared gallery. */
    void sees(long version) {
        galleryVersion.accumulateAndGet(version, Math::max);
    }
}
