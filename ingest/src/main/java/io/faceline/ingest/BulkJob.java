package io.faceline.ingest;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Frame;
import io.faceline.contracts.FrameFacts;
import io.faceline.contracts.FrameId;
import io.faceline.contracts.Lane;
import io.faceline.contracts.Match;
import io.faceline.contracts.Outcome;
import io.faceline.contracts.Role;
import io.faceline.contracts.SessionId;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Many frames of one sender. At most {@code window} are unanswered at a time, so that a backlog, and with it delay, memory
 * and what retention must hold, is bounded here at the source. One thread submits.
 */
public final class BulkJob {
    /** Unanswered frames of a job: enough to keep two cores busy through all stages. */
    static final int DEFAULT_WINDOW = 8;

    private final FrameSender sender;
    private final SessionId session;
    private final String id;
    private final Semaphore window;
    private long sequence;

    /** The id must be new: an answer to an earlier job of this id would be taken for one of this. */
    BulkJob(FrameSender sender, SessionId session, String id, int window) {
        this.sender = sender;
        this.session = session;
        this.id = id;
        this.window = new Semaphore(window);
    }

    /** Waits for a place in the window, then sends. The future is as in {@link FrameSender#send}. */
    public CompletableFuture<Match> submit(Role role, Blob image, long minGalleryVersion) throws InterruptedException {
        window.acquire();
        var facts = new FrameFacts(
                FrameId.of(id, sequence), session, role, id, sequence, Instant.now(), null, minGalleryVersion);
        sequence++;
        return sender.send(Lane.BULK, new Frame(facts, Outcome.made(image)))
                .whenComplete((match, failure) -> window.release());
    }
}
