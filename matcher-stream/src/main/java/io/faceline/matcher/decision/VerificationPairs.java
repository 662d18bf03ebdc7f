package io.faceline.matcher.decision;

import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Stores first frames of verification pairs until the second arrives. A frame stays until it expires, even after its
 * second has arrived, because the second may be processed again after a crash. Limited in number and time. Confined to
 * the task thread.
 */
public final class VerificationPairs {
    private final Table<VerificationSide> waiting;
    private final int maxPairs;
    private int count;
    private boolean hasRemoved;

    public VerificationPairs(Table<VerificationSide> waiting, int maxPairs) {
        this.waiting = waiting;
        this.maxPairs = maxPairs;
        this.count = waiting.where(side -> true).size();
    }

    /** Returns the first frame if this is the second of the pair; otherwise stores this one as the first. */
    Optional<VerificationSide> firstOf(VerificationSide side) {
        var first = waiting.read(VerificationSide.key(side.session(), side.other()))
                .filter(stored -> stored.isPairedWith(side));
        if (first.isEmpty()) {
            store(side);
        }
        return first;
    }

    /** @return whether any was removed, now or since the last call */
    public boolean expire(Instant now, Duration after) {
        waiting.where(side -> side.keptAt().plus(after).isBefore(now)).keySet().forEach(this::remove);
        var removed = hasRemoved;
        hasRemoved = false;
        return removed;
    }

    public void erase(SessionId session) {
        waiting.where(side -> side.session().equals(session)).keySet().forEach(this::remove);
    }

    private void store(VerificationSide side) {
        if (waiting.read(side.key()).isEmpty()) {
            count++;
        }
        waiting.write(side.key(), side);
        if (count > maxPairs) {
            waiting.where(stored -> true).values().stream()
                    .min(Comparator.comparing(VerificationSide::keptAt))
                    .ifPresent(oldest -> remove(oldest.key()));
        }
    }

    private void remove(String key) {
        waiting.remove(key);
        count--;
        hasRemoved = true;
    }
}
