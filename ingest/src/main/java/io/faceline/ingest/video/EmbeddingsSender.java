package io.faceline.ingest.video;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.ingest.transport.RematchJob;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Sends the embeddings of a video's frames again. Confined to one thread: the sender's. */
final class EmbeddingsSender {
    private final EmbeddingHistory history;

    /** Observes the frames while they are sent. Called on the sending thread. */
    interface Follower {
        /** Whether this frame was answered before the job was resumed. */
        boolean isAnswered(long sequence);

        /** A frame is under way; the future is as in {@link RematchJob#submit}. */
        void sent(long sequence, CompletableFuture<Match> answer);

        /** Whether to stop sending. */
        boolean isCancelled();
    }

    EmbeddingsSender(EmbeddingHistory history) {
        this.history = history;
    }

    /**
     * Sends all frames; returns before the last ones are answered. A frame that the first job lost stays lost.
     *
     * @param done the job that has matched them
     * @return false if those of a frame are not kept any more: it and later ones were not sent
     */
    boolean send(Job done, RematchJob job, Follower follower) throws InterruptedException {
        var video = done.requireVideo();
        var lost = Set.copyOf(video.lost());
        var stored = history.of(done);
        for (var sequence = 0L; sequence < video.frames() && !follower.isCancelled(); sequence++) {
            if (lost.contains(sequence)) {
                follower.sent(sequence, lostBefore(sequence));
            } else if (!follower.isAnswered(sequence)) {
                var known = stored.frame(sequence);
                if (known.isEmpty()) {
                    return false;
                }
                follower.sent(sequence, job.submit(known.get()));
            }
        }
        return true;
    }

    private static CompletableFuture<Match> lostBefore(long sequence) {
        return CompletableFuture.failedFuture(new TimeoutException("no answer to frame " + sequence + " before"));
    }
}
