package io.faceline.web.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Limits the photos of all sessions together: they are in memory, and whoever needs no account can have many sessions.
 * Counts people at most once a second, so a burst may go a little above the limit. Thread-safe.
 */
public final class SessionPhotos {
    private static final Duration RECOUNT = Duration.ofSeconds(1);
    private static final int INSUFFICIENT_STORAGE = 507;

    private final Supplier<Collection<Person>> people;
    private final int max;
    private final InstantSource clock;

    @GuardedBy("this")
    private Map<SessionId, Integer> counts = Map.of();

    @GuardedBy("this")
    private Instant countedAt = Instant.EPOCH;

    /**
     * @param people all people, deleted ones too
     * @param max photos of all sessions together
     */
    public SessionPhotos(Supplier<Collection<Person>> people, int max, InstantSource clock) {
        this.people = people;
        this.max = max;
        this.clock = clock;
    }

    /** The setting of the photos of all sessions together. */
    public static int max(Settings settings) {
        return settings.integer("FACELINE_MAX_SESSION_PHOTOS", 10_000, 1, Integer.MAX_VALUE / 2);
    }

    /** @throws ProblemException when the sessions have no room for so many photos more */
    public void require(int more) {
        var all = counts().values().stream().mapToInt(count -> count).sum();
        if (all + Math.max(more, 1) > max) {
            throw new ProblemException(
                    INSUFFICIENT_STORAGE,
                    "SESSIONS_FULL",
                    "all sessions together have at most " + max
                            + " photos (FACELINE_MAX_SESSION_PHOTOS): delete people of yours, or try again later");
        }
    }

    /** The photos of one session. */
    public int of(SessionId session) {
        return counts().getOrDefault(session, 0);
    }

    private synchronized Map<SessionId, Integer> counts() {
        var now = clock.instant();
        if (countedAt.plus(RECOUNT).isBefore(now)) {
            counts = people.get().stream()
                    .filter(person ->
                            !person.session().isShared() && !person.photos().isEmpty())
                    .collect(Collectors.toUnmodifiableMap(
                            Person::session, person -> person.photos().size(), Integer::sum));
            countedAt = now;
        }
        return counts;
    }
}
