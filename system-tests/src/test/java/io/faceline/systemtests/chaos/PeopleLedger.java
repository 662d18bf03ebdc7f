package io.faceline.systemtests.chaos;

import io.faceline.contracts.identity.PersonId;
import io.faceline.systemtests.privacy.LfwPhoto;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who was enrolled and deleted, and when that was answered. Thread-safe. */
final class PeopleLedger {
    private final Map<PersonId, Entry> entries = new ConcurrentHashMap<>();

    /**
     * A person whose enrollment was answered.
     *
     * @param session an id, or {@code shared}
     * @param enrolledAt when the answer came
     * @param leavingAt when the first request to delete the person was sent
     * @param deletedAt when the deletion was answered
     */
    record Entry(
            PersonId id,
            String session,
            LfwPhoto photo,
            Instant enrolledAt,
            Optional<Instant> leavingAt,
            Optional<Instant> deletedAt) {
        boolean isDeletedBefore(Instant instant) {
            return deletedAt.filter(instant::isAfter).isPresent();
        }

        /** Whether the person was enrolled before, and nobody asked for a deletion until then. */
        boolean isThereFrom(Instant from, Instant until) {
            return enrolledAt.isBefore(from) && leavingAt.map(until::isBefore).orElse(true);
        }
    }

    void enrolled(PersonId id, String session, LfwPhoto photo) {
        entries.put(id, new Entry(id, session, photo, Instant.now(), Optional.empty(), Optional.empty()));
    }

    void leaves(PersonId id) {
        entries.computeIfPresent(
                id,
                (same, entry) -> new Entry(
                        id,
                        entry.session,
                        entry.photo,
                        entry.enrolledAt,
                        Optional.of(Instant.now()),
                        Optional.empty()));
    }

    void deleted(PersonId id) {
        entries.computeIfPresent(
                id,
                (same, entry) -> new Entry(
                        id, entry.session, entry.photo, entry.enrolledAt, entry.leavingAt, Optional.of(Instant.now())));
    }

    Optional<Entry> find(PersonId id) {
        return Optional.ofNullable(entries.get(id));
    }

    Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    List<Entry> deleted() {
        return all().stream().filter(entry -> entry.deletedAt.isPresent()).toList();
    }

    /** Those whom nobody asked to delete. */
    List<Entry> staying() {
        return all().stream().filter(entry -> entry.leavingAt.isEmpty()).toList();
    }
}
