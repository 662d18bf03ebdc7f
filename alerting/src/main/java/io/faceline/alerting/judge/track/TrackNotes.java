package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.Sha256;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is known of tracks, in memory. Not thread-safe. */
final class TrackNotes {
    private static final String PREFIX = "track|";
    private static final String DENIED = "not|";
    private static final int HASH = 12;

    private final JudgeMemory memory;
    /** Whom tracks are not, as somebody said by hand. */
    private final Map<String, Set<PersonId>> denied = new HashMap<>();

    /** That a track is not of somebody; the key has both. */
    record Denied(String track) {}

    TrackNotes(JudgeMemory memory) {
        this.memory = memory;
        memory.keys().stream().filter(key -> key.startsWith(DENIED)).forEach(key -> {
            var parts = key.split("\\|", -1);
            denied(parts[1]).add(new PersonId(parts[2]));
        });
    }

    private Set<PersonId> denied(String track) {
        return denied.computeIfAbsent(track, any -> new HashSet<>());
    }

    /** Whom a track is not, whatever its frames say. */
    Set<PersonId> not(String track) {
        return denied.getOrDefault(track, Set.of());
    }

    void deny(String track, PersonId person) {
        denied(track).add(person);
        memory.write(key(track, person), new Denied(track));
    }

    /** Takes back whom a track is not. */
    void allowAll(String track) {
        Optional.ofNullable(denied.remove(track))
                .ifPresent(people -> people.forEach(person -> memory.remove(key(track, person))));
    }

    /** Forgets people who were deleted. */
    void remove(Predicate<PersonId> people) {
        denied.forEach((track, all) -> all.removeIf(person -> {
            var isGone = people.test(person);
            if (isGone) {
                memory.remove(key(track, person));
            }
            return isGone;
        }));
    }

    private static String key(String track, PersonId person) {
        return DENIED + track + "|" + person;
    }

    Optional<TrackNote> find(String track) {
        return memory.read(PREFIX + track, TrackNote.class);
    }

    void keep(String track, TrackNote note) {
        memory.write(PREFIX + track, note);
    }

    /** What makes a record differ from another of the same frame; readable by nobody. */
    static String hash(TrackUpdate track) {
        var identity = track.identity();
        var text = String.join(
                "|",
                track.phase().name(),
                identity.decision().name(),
                String.valueOf(identity.person()),
                String.valueOf(identity.corrected() != null),
                String.valueOf(track.former()));
        return Sha256.hex(text).substring(0, HASH);
    }

    /** Forgets tracks that were not seen for so long. */
    void forget(Instant now, Duration kept) {
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> memory.read(key, TrackNote.class)
                        .filter(note -> note.last().plus(kept).isBefore(now))
                        .isPresent())
                .forEach(memory::remove);
    }
}
