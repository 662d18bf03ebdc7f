package io.faceline.tracking;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Joins matches and embeddings, which arrive in any order and possibly repeatedly, to frames in order of their sequence
 * from 0, each exactly once. Not thread-safe.
 */
public final class FrameReorderBuffer {
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private final Duration embeddingsWait;
    private final LongSupplier nanoTime;
    private Optional<Long> embeddingsCaughtUpAt = Optional.empty();
    private long next;

    /** @param embeddingsWait how long an answered frame waits for its embeddings before it is released without */
    public FrameReorderBuffer(Duration embeddingsWait, LongSupplier nanoTime) {
        this.embeddingsWait = embeddingsWait;
        this.nanoTime = nanoTime;
    }

    /** Signals that the reader of embeddings has caught up; before that no frame is released without embeddings. */
    public void embeddingsCaughtUp() {
        if (embeddingsCaughtUpAt.isEmpty()) {
            embeddingsCaughtUpAt = Optional.of(nanoTime.getAsLong());
        }
    }

    public void answered(Match match) {
        var sequence = match.facts().sequence();
        if (sequence >= next && slot(sequence).match.isEmpty()) {
            slot(sequence).match = Optional.of(match);
            slot(sequence).answeredAt = nanoTime.getAsLong();
        }
    }

    public void embedded(Embeddings embeddings) {
        var sequence = embeddings.facts().sequence();
        if (sequence >= next && slot(sequence).embeddings.isEmpty()) {
            slot(sequence).embeddings = Optional.of(embeddings);
        }
    }

    /** Skips a frame that will get no answer. An answer that still arrives before the frame's turn is used. */
    public void skip(long sequence) {
        if (sequence >= next) {
            slot(sequence).isSkipped = true;
        }
    }

    /** The next frame in order, once it is complete. */
    public Optional<AnsweredFrame> poll() {
        for (var slot = slots.get(next); slot != null && isDue(slot); slot = slots.get(next)) {
            slots.remove(next);
            next++;
            if (slot.match.isPresent()) {
                return Optional.of(new AnsweredFrame(slot.match.get(), slot.embeddings));
            }
        }
        return Optional.empty();
    }

    /** Whether {@link #poll} can make progress now. */
    public boolean isNextDue() {
        var slot = slots.get(next);
        return slot != null && isDue(slot);
    }

    /** The next sequence number: all frames before it were released or skipped. */
    public long next() {
        return next;
    }

    /** Number of frames that are incomplete or wait for earlier ones. */
    public int size() {
        return slots.size();
    }

    /** Whether this frame is answered, released or skipped. */
    public boolean isAnswered(long sequence) {
        var slot = slots.get(sequence);
        return sequence < next || (slot != null && slot.match.isPresent());
    }

    /** Number of buffered frames without an answer. */
    public long awaitingAnswers() {
        return slots.values().stream().filter(slot -> slot.match.isEmpty()).count();
    }

    /** Number of buffered answered frames that still wait for embeddings. */
    public long awaitingEmbeddings() {
        return slots.values().stream()
                .filter(slot -> slot.match.isPresent() && !isDue(slot))
                .count();
    }

    private boolean isDue(Slot slot) {
        if (slot.match.isEmpty()) {
            return slot.isSkipped;
        }
        return slot.embeddings.isPresent() || hasNoFaces(slot.match.get()) || hasWaited(slot);
    }

    private boolean hasWaited(Slot slot) {
        return embeddingsCaughtUpAt
                .map(caughtUpAt -> nanosSinceBoth(caughtUpAt, slot.answeredAt) >= embeddingsWait.toNanos())
                .orElse(false);
    }

    private long nanosSinceBoth(long one, long other) {
        var now = nanoTime.getAsLong();
        return Math.min(now - one, now - other);
    }

    private static boolean hasNoFaces(Match match) {
        return match.outcome().fold(made -> made.faces().isEmpty(), reason -> true, (code, message) -> true);
    }

    private Slot slot(long sequence) {
        return slots.computeIfAbsent(sequence, number -> new Slot());
    }

    private static final class Slot {
        private Optional<Match> match = Optional.empty();
        private Optional<Embeddings> embeddings = Optional.empty();
        private long answeredAt;
        private boolean isSkipped;
    }
}
