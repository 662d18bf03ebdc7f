package io.faceline.ingest.video;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.job.Job;
import java.util.Optional;

/** Finds the embeddings of the frames of a job that has ended. */
@FunctionalInterface
public interface EmbeddingHistory {
    /** Of a job with a video. */
    OfJob of(Job job);

    /** Confined to one thread. */
    @FunctionalInterface
    interface OfJob {
        /**
         * The embeddings of a frame; empty if Kafka does not keep them any more. Each is asked for once, in ascending order.
         */
        Optional<Embeddings> frame(long sequence) throws InterruptedException;
    }
}
