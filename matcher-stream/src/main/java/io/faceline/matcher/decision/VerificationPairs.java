package io.faceline.matcher.decision;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Stores first frames of verification pairs until the second arrives. A frame stays until it expires, even after its
 * second has arrived, because the second may be processed again after a crash. Limited in number and time. Confined to
 * the task thread.
 */
public final class VerificationPairs {
    private final Table<VerificationSide> waiting;
    private final int maxPairs;
    /** The stored frames, oldest first: finding the oldest in the table would decode all of it for every verification. */
    private final TreeSet<Stored> byAge = new TreeSet<>(Stored.OLDEST_FIRST);

    private boolean hasRemoved;

    private record Stored(Instant keptAt, String key, SessionId session) {
        static final Comparator<Stored> OLDEST_FIRST =
                Comparator.comparing(Stored::keptAt).thenComparing(Stored::key);

        static Stored of(VerificationSide side) {
            return new Stored(side.keptAt(), side.key(), side.session());
        }
    }

    public VerificationPairs(Table<VerificationSide> waiting, int maxPairs) {
        this.waiting = waiting;
        this.maxPairs = maxPairs;
        waiting.where(side -> true).values().forEach(side -> byAge.add(Stored.of(side)));
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
        while (!byAge.isEmpty() && byAge.first().keptAt().plus(after).isBefore(now)) {
            remove(byAge.first());
        }
        var removed = hasRemoved;
        hasRemoved = false;
        return removed;
    }

    public void erase(SessionId session) {
        List.copyOf(byAge).stream()
                .filter(stored -> stored.session().equals(session))
                .forEach(this::remove);
    }

    private void store(VerificationSide side) {
        waiting.read(side.key()).map(Stored::of).ifPresent(byAge::remove);
        waiting.write(side.key(), side);
        byAge.add(Stored.of(side));
        if (byAge.size() > maxPairs) {
            remove(byAge.first());
        }
    }

    private void remove(Stored stored) {
        waiting.remove(stored.key());
        byAge.remove(stored);
        hasRemoved = true;
    }
}
