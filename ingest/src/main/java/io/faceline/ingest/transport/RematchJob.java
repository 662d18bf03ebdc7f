package io.faceline.ingest.transport;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the embeddings of a video's frames once more as those of another job, as {@link BulkJob} sends frames: its faces are
 * matched again, without being decoded. Confined to one thread: the one that submits.
 */
public final class RematchJob {
    private final RetryingFrameSender sender;
    private final String id;
    private final Window window;

    /**
     * @param id of the new job
     * @param window the most unanswered frames
     */
    public RematchJob(RetryingFrameSender sender, String id, int window) {
        this.sender = sender;
        this.id = id;
        this.window = new Window(window);
    }

    /** Waits for a place in the window, then sends. The future is as in {@link RetryingFrameSender#request}. */
    public CompletableFuture<Match> submit(Embeddings known) throws InterruptedException {
        var sequence = known.facts().sequence();
        var size = size(known);
        window.enter(sequence, size);
        var again = new Embeddings(
                facts(known.facts()), known.modelId(), known.outcome(), known.detector(), known.embedder());
        return sender.request(again).whenComplete((match, failure) -> window.leave(sequence, size));
    }

    private FrameFacts facts(FrameFacts known) {
        return new FrameFacts(
                FrameId.of(id, known.sequence()),
                known.session(),
                known.role(),
                id,
                known.sequence(),
                Instant.now(),
                known.position(),
                FrameFacts.ANY_GALLERY);
    }

    private static int size(Embeddings known) {
        return known.outcome().fold(RematchJob::size, reason -> 0, (code, message) -> 0);
    }

    private static int size(Faces<EmbeddedFace> found) {
        return found.faces().stream().mapToInt(face -> face.cropJpeg().size()).sum();
    }
}
