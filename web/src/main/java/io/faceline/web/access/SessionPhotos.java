package io.faceline.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.settings.Settings;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Limits the photos of all sessions together, of which a client address has a share: they are in memory, and whoever needs
 * no account can have many sessions. The address of a session is that from which it last added photos here; it is not
 * stored, and a session of which it is not known counts as one. Counts people at most once a second, so a burst may go a
 * little above the limit. Thread-safe.
 */
public final class SessionPhotos {
    private static final Duration RECOUNT = Duration.ofSeconds(1);
    /** Several times the sessions that can have photos by default. */
    private static final int MAX_ADDRESSES = 50_000;

    private static final int INSUFFICIENT_STORAGE = 507;

    private final Supplier<Collection<Person>> people;
    private final int max;
    private final AddressSettings settings;
    private final InstantSource clock;
    private final Cache<SessionId, String> addresses =
            Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build();

    @GuardedBy("this")
    private Map<SessionId, Integer> counts = Map.of();

    @GuardedBy("this")
    private Instant countedAt = Instant.EPOCH;

    /**
     * @param people all people, deleted ones too
     * @param max photos of all sessions together
     */
    public SessionPhotos(Supplier<Collection<Person>> people, int max, AddressSettings settings, InstantSource clock) {
        this.people = people;
        this.max = max;
        this.settings = settings;
        this.clock = clock;
    }

    /** The setting of the photos of all sessions together. */
    public static int max(Settings settings) {
        return settings.integer("FACELINE_MAX_SESSION_PHOTOS", 10_000, 1, Integer.MAX_VALUE / 2);
    }

    /**
     * @param session of the caller, from the address of this request
     * @throws ProblemException when there is no room for so many photos more
     */
    public void require(Context context, SessionId session, int more) {
        require(settings.clientAddress().of(context), session, more);
    }

    void require(String address, SessionId session, int more) {
        addresses.put(session, address);
        if (!shares().isLeft(address, Math.max(more, 1))) {
            throw new ProblemException(
                    INSUFFICIENT_STORAGE,
                    "SESSIONS_FULL",
                    "all sessions together have at most " + max
                            + " photos (FACELINE_MAX_SESSION_PHOTOS), of which each client address has a share: delete"
                            + " people of yours, or try again later");
        }
    }

    private AddressShares shares() {
        var counts = counts();
        var shares = settings.shares(max);
        counts.forEach((session, count) -> shares.hold(address(session), count));
        return shares;
    }

    private String address(SessionId session) {
        var known = addresses.getIfPresent(session);
        return known == null ? session.value() : known;
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
