package io.faceline.tracking;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Joins matches and embeddings, which come in any order and more than once, to frames in order of their sequence from
 * 0, each once. Not safe for threads.
 */
public final class FrameReorderBuffer {
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private final Duration embeddingsWait;
    private final LongSupplier nanoTime;
    private Optional<Long> embeddingsCaughtUpAt = Optional.empty();
    private long next;

    /** @param embeddingsWait how long an answered frame awaits its embeddings before it goes on without */
    public FrameReorderBuffer(Duration embeddingsWait, LongSupplier nanoTime) {
        this.embeddingsWait = embeddingsWait;
        this.nanoTime = nanoTime;
    }

    /** The reader of embeddings has seen what was there when it began; until then no frame goes on without. */
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

    /** No answer will come for this frame. One that came all the same before the frame's turn counts. */
    public void skip(long sequence) {
        if (sequence >= next) {
            slot(sequence).isSkipped = true;
        }
    }

    /** The next frame in order, as soon as it is whole. */
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

    /** Whether {@link #poll} would get on right now. */
    public boolean isNextDue() {
        var slot = slots.get(next);
        return slot != null && isDue(slot);
    }

    /** All frames before this sequence number were handed out or skipped. */
    public long next() {
        return next;
    }

    /** How many frames are held because they are not whole or not yet their turn. */
    public int size() {
        return slots.size();
    }

    /** Whether the answer for this frame is here, or the frame was handed out or skipped. */
    public boolean isAnswered(long sequence) {
        var slot = slots.get(sequence);
        return sequence < next || (slot != null && slot.match.isPresent());
    }

    /** How many held frames have no answer yet. */
    public long awaitingAnswers() {
        return slots.values().stream().filter(slot -> slot.match.isEmpty()).count();
    }

    /** How many held frames are answered and still have a chance of embeddings. */
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
                .map(caughtUpAt -> sinceBoth(caughtUpAt, slot.answeredAt) >= embeddingsWait.toNanos())
                .orElse(false);
    }

    private long sinceBoth(long one, long other) {
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
