package io.faceline.ingest.transport;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Many frames of one sender. At most {@code window} are unanswered at a time, and fewer large ones, so that a backlog, and with it delay, memory
 * and what retention must hold, is bounded here at the source. One thread submits.
 */
public final class BulkJob {
    /** Unanswered frames of a job: enough to keep two cores busy though they travel a few at a time. */
    public static final int DEFAULT_WINDOW = 64;

    private final SendFrame sender;
    private final SessionId session;
    private final String id;
    private final Window window;
    private long sequence;

    /** The id must be new, or that of a job being resumed: an earlier answer to the same id counts for this one too. */
    public BulkJob(SendFrame sender, SessionId session, String id, int window) {
        this.sender = sender;
        this.session = session;
        this.id = id;
        this.window = new Window(window);
    }

    /** What its frames have for their source. */
    public String id() {
        return id;
    }

    /** The sequence number of the next frame. */
    public long next() {
        return sequence;
    }

    /** A photo. Waits for a place in the window, then sends. The future is as in {@link FrameSender#request}. */
    public CompletableFuture<Match> submit(Role role, Blob image, long minGalleryVersion) throws InterruptedException {
        return submit(role, image, null, minGalleryVersion);
    }

    /**
     * A frame of a video, as {@link #submit(Role, Blob, long)}.
     *
     * @param position presentation timestamp in seconds; null for a photo
     */
    public CompletableFuture<Match> submit(Role role, Blob image, Double position, long minGalleryVersion)
            throws InterruptedException {
        window.enter(image.size());
        var facts = new FrameFacts(
                FrameId.of(id, sequence), session, role, id, sequence, Instant.now(), position, minGalleryVersion);
        sequence++;
        return sender.request(Lane.BULK, new Frame(facts, Outcome.made(image)))
                .whenComplete((match, failure) -> window.leave(image.size()));
    }

    /** The next frame was answered before this job was resumed: it keeps its number and is not sent. */
    public void pass() {
        sequence++;
    }
}
