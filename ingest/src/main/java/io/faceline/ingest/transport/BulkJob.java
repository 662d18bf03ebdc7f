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
 * Sends many frames of one source. At most {@code window} are unanswered at a time, and fewer large ones, which bounds the
 * backlog at the source, and with it delay, memory and retained bytes. None is sent whose number is higher by {@code window}
 * than that of an unanswered one: so readers know which frames will not come. Confined to one thread: the one that submits.
 */
public final class BulkJob {
    /** Unanswered frames of a job: enough to keep two cores busy although frames are batched. */
    public static final int DEFAULT_WINDOW = 64;

    private final SendFrame sender;
    private final SessionId session;
    private final String id;
    private final Window window;
    private long sequence;

    /** The id must be new or belong to a job being resumed, as answers to the same id are not told apart. */
    public BulkJob(SendFrame sender, SessionId session, String id, int window) {
        this.sender = sender;
        this.session = session;
        this.id = id;
        this.window = new Window(window);
    }

    /** The source of its frames. */
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
     * Sends a frame of a video, as {@link #submit(Role, Blob, long)}.
     *
     * @param position presentation timestamp in seconds; null for a photo
     */
    public CompletableFuture<Match> submit(Role role, Blob image, Double position, long minGalleryVersion)
            throws InterruptedException {
        var number = sequence;
        window.enter(number, image.size());
        var facts = new FrameFacts(
                FrameId.of(id, number), session, role, id, number, Instant.now(), position, minGalleryVersion);
        sequence++;
        return sender.request(Lane.BULK, new Frame(facts, Outcome.made(image)))
                .whenComplete((match, failure) -> window.leave(number, image.size()));
    }

    /** Skips the next frame, which was answered before the job was resumed; its sequence number stays used. */
    public void skip() {
        sequence++;
    }
}
