package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said by hand of a track: topic {@code corrections}, JSON, compacted. Key: {@link #key}. A tombstone takes it
 * back.
 *
 * @param session that owns the track; a correction of another session has no effect
 * @param source of the track, a job or a live source
 * @param track the id of the track
 * @param not who it is not, whatever the frames say
 * @param person who it is; absent if nobody said it
 */
public record Correction(
        SessionId session,
        String source,
        String track,
        List<PersonId> not,
        @Nullable PersonId person,
        Instant at) {
    private static final String SEPARATOR = "|";
    private static final int MAX_PEOPLE = 100;

    public Correction {
        Checks.id("source", source);
        not = List.copyOf(not);
        Checks.require(track.startsWith(source + "/"), "the track must be of the source " + source + ", was " + track);
        Checks.require(not.size() <= MAX_PEOPLE, "a correction names at most " + MAX_PEOPLE + " people");
        Checks.require(person != null || !not.isEmpty(), "a correction must say who it is, or who not");
        Checks.require(person == null || !not.contains(person), "nobody is somebody and not that person");
    }

    /** The same without these people as who it is; empty if nothing is left. */
    public Optional<Correction> without(Predicate<PersonId> people) {
        if (person == null || !people.test(person)) {
            return Optional.of(this);
        }
        return not.isEmpty() ? Optional.empty() : Optional.of(new Correction(session, source, track, not, null, at));
    }

    /** The key of the record. */
    public String key() {
        return key(session, track);
    }

    public static String key(SessionId session, String track) {
        return session.value() + SEPARATOR + track;
    }

    /** The session of a key; empty if it is none. */
    public static Optional<String> sessionOf(String key) {
        var end = key.indexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end));
    }
}
