package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends the frames of a video and retries them, as a restarted service answers late rather than never. A frame without
 * an answer in time was either lost or still waits in Kafka. So the first such frame, and frames that others have
 * overtaken, are sent again under the same id with exponential backoff, so that no backlog builds up. Late answers are
 * accepted all the time. Thread-safe.
 */
public final class RetryingFrameSender implements SendFrame, AutoCloseable {
    private final FrameTransport transport;
    private final FrameProgress progress;
    private final Times times;
    private final InstantSource clock;
    private final Set<PendingFrame> waiting = ConcurrentHashMap.newKeySet();

    /** The connection to Kafka. */
    public interface FrameTransport {
        /**
         * Completes with the answer, however late, or {@link FrameLostException}. Call it before the frame is
         * published.
         */
        CompletableFuture<Match> expect(FrameId frame);

        /** Completes when Kafka has acknowledged the frame. */
        CompletableFuture<?> publish(Lane lane, Frame frame);

        /** The same for a frame whose embeddings are known. */
        CompletableFuture<?> publish(Embeddings embeddings);
    }

    /**
     * @param window maximum frames in flight
     * @param answer time without an answer after which a frame may have been lost
     * @param patience time without an answer after which an overtaken frame fails
     */
    public record Times(int window, Duration answer, Duration patience) {}

    public RetryingFrameSender(FrameTransport transport, FrameProgress progress, Times times, InstantSource clock) {
        this.transport = transport;
        this.progress = progress;
        this.times = times;
        this.clock = clock;
    }

    /** Completes with the answer, however late, or exceptionally when none will come. A video belongs to no trace. */
    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame, TraceParent trace) {
        return request(frame.facts(), () -> transport.publish(lane, frame));
    }

    /** Has the faces of a frame matched whose embeddings are known. The future is that of a frame. */
    public CompletableFuture<Match> request(Embeddings embeddings) {
        return request(embeddings.facts(), () -> transport.publish(embeddings));
    }

    private CompletableFuture<Match> request(FrameFacts facts, Supplier<CompletableFuture<?>> publish) {
        var pending = new PendingFrame(facts, publish, transport.expect(facts.id()));
        waiting.add(pending);
        var unused = pending.expected.whenComplete((match, failure) -> waiting.remove(pending));
        pending.publish();
        return pending.expected;
    }

    /** Resends or fails the frames without an answer in time. Called periodically. */
    public void goOn() {
        waiting.forEach(PendingFrame::retry);
    }

    /** Fails all pending frames. */
    @Override
    public void close() {
        waiting.forEach(PendingFrame::giveUp);
    }

    private final class PendingFrame {
        private final FrameFacts facts;
        private final Supplier<CompletableFuture<?>> publish;
        private final CompletableFuture<Match> expected;
        private final Instant sentAt = clock.instant();
        private volatile boolean wasRejected;
        // Confined to the thread that calls goOn().
        private Instant waitStart = sentAt;
        private int waits;

        private PendingFrame(
                FrameFacts facts, Supplier<CompletableFuture<?>> publish, CompletableFuture<Match> expected) {
            this.facts = facts;
            this.publish = publish;
            this.expected = expected;
        }

        private void publish() {
            wasRejected = false;
            var unused = publish.get().whenComplete((metadata, failure) -> wasRejected = failure != null);
        }

        private void retry() {
            var now = clock.instant();
            if (wasRejected) {
                publish();
            } else if (!waitStart.plus(times.answer()).isAfter(now)) {
                waitStart = now;
                waits++;
                retryOrGiveUp(now);
            }
        }

        private void retryOrGiveUp(Instant now) {
            var sequence = facts.sequence();
            var isOvertaken = progress.isOvertaken(sequence, times.window());
            if (isOvertaken && sentAt.plus(times.patience()).isBefore(now)) {
                giveUp();
            } else if (isDue() && (isOvertaken || progress.isFirst(sequence))) {
                publish();
            }
        }

        /** After the first, second, fourth and eighth wait, and so on. */
        private boolean isDue() {
            return Integer.bitCount(waits) == 1;
        }

        private void giveUp() {
            expected.completeExceptionally(new TimeoutException("no answer to frame " + facts.id()));
        }
    }
}
