package io.faceline.matcher.decision;

import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * First frames that wait for their second. A frame stays until its time is up, also when its second has come: the second
 * may be processed again after a crash. Bounded in number and in time.
 */
public final class VerificationPairs {
    private final Table<VerificationSide> waiting;
    private final int most;
    private int count;
    private boolean hasRemoved;

    public VerificationPairs(Table<VerificationSide> waiting, int most) {
        this.waiting = waiting;
        this.most = most;
        this.count = waiting.where(side -> true).size();
    }

    /** The first frame of the pair, if this is the second; if it is the first, it is kept. */
    Optional<VerificationSide> firstOf(VerificationSide side) {
        var first = waiting.read(VerificationSide.key(side.session(), side.other()))
                .filter(kept -> kept.isPairedWith(side));
        if (first.isEmpty()) {
            keep(side);
        }
        return first;
    }

    /** @return whether any went, now or since the last time */
    public boolean expire(Instant now, Duration after) {
        waiting.where(side -> side.keptAt().plus(after).isBefore(now)).keySet().forEach(this::remove);
        var removed = hasRemoved;
        hasRemoved = false;
        return removed;
    }

    public void erase(SessionId session) {
        waiting.where(side -> side.session().equals(session)).keySet().forEach(this::remove);
    }

    private void keep(VerificationSide side) {
        if (waiting.read(side.key()).isEmpty()) {
            count++;
        }
        waiting.write(side.key(), side);
        if (count > most) {
            waiting.where(kept -> true).values().stream()
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
