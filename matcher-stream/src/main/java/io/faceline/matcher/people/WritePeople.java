package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.WriteToken;
import io.faceline.runtime.kafka.Written;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes people and their references. Every step is idempotent. Confined to the task thread. */
public final class WritePeople {
    private static final Logger LOG = LoggerFactory.getLogger(WritePeople.class);

    private final Galleries galleries;
    private final People people;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration timeout;
    private @Nullable Fence fence;
    private boolean isReady;

    /** Writes outside of the task's transactions: once they are read back, so is all that earlier tasks wrote. */
    private record Fence(WriteToken people, WriteToken gallery) {}

    /** @param timeout maximum time until the fence is read back */
    public WritePeople(Galleries galleries, People people, Outbox outbox, InstantSource clock, Duration timeout) {
        this.galleries = galleries;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Must be called before any read or write: makes the writes of the previous task visible soon. */
    public void prepare() {
        if (fence == null) {
            fence = new Fence(people.nextWrite(), galleries.shared().nextWrite());
            outbox.fence(fence.people, fence.gallery);
        }
    }

    /** Writes a tombstone for an unused key to the shared topics, so that compaction removes what was deleted. */
    public void writeSentinels() {
        people.writeSentinel();
        galleries.shared().writeSentinel();
    }

    /** Whether all writes of the previous task are visible. Waits for them briefly. */
    public boolean isReady() {
        if (!isReady) {
            var sent = Objects.requireNonNull(fence, "not prepared");
            isReady =
                    people.awaitRead(sent.people, timeout) && galleries.shared().awaitRead(sent.gallery);
        }
        return isReady;
    }

    /** What this task has written to the shared topics so far. */
    public Written written() {
        return new Written(
                people.writer(), people.lastWrite(), galleries.shared().lastWrite());
    }

    /** Deletes again whom a record brought back after the deletion. */
    public void deleteBroughtBack() {
        for (var person : people.broughtBack()) {
            LOG.error(
                    "event=deleted_person_brought_back action=deleted_again person={} session={}; only the matcher may"
                            + " write people",
                    person.id(),
                    person.session());
            people.write(Person.deleted(person.id(), person.session(), clock.instant()));
            removeReferences(person, id -> true);
        }
    }

    /** Adds photos to a person, who is created if the id is unknown; an existing person keeps the name. */
    public void addPhotos(PersonId id, @Nullable String name, SessionId session, List<PersonPhoto> photos) {
        var person = people.find(id).orElseGet(() -> unseen(id, name, session));
        people.write(person.with(join(person.photos(), photos), clock.instant()));
    }

    public void rename(Person person, String name) {
        people.write(person.named(name, clock.instant()));
    }

    /**
     * Writes the mark first: from then on no replay can restore the person. Also deletes people merged into this one,
     * since their photos and references were merged.
     */
    public void delete(Person person) {
        markDeleted(person.id(), person.session());
        people.mergedInto(person.id()).forEach(this::deleteMerged);
        removeReferences(person, id -> true);
    }

    /** Writes the mark first, then removes the photo, then its references. */
    public void deletePhoto(Person person, ReferenceId photo) {
        markPhotoDeleted(People.markOf(person.session(), photo), person.session());
        if (People.hasPhoto(person, photo)) {
            var others = person.photos().stream()
                    .filter(other -> !other.reference().equals(photo))
                    .toList();
            people.write(person.with(others, clock.instant()));
        }
        people.eraseCrop(person.session(), photo);
        removeReferences(person, id -> id.isMadeOf(photo));
    }

    private void deleteMerged(Person merged) {
        if (merged.isActive()) {
            people.write(merged.withoutMerge(clock.instant()));
        } else {
            delete(merged);
        }
    }

    /** Writes the mark first, then replaces the person's record by one that contains only the id, then erases the crops. */
    public void markDeleted(PersonId id, SessionId session) {
        if (!people.isDeleted(id)) {
            var photos = people.find(id).map(Person::photos).orElse(List.of());
            people.write(Person.deleted(DeletionMark.of(id), session, clock.instant()));
            people.write(Person.deleted(id, session, clock.instant()));
            photos.forEach(photo -> people.eraseCrop(session, photo.reference()));
        }
    }

    /** The mark of a photo has a key of its own already. */
    private void markPhotoDeleted(PersonId mark, SessionId session) {
        if (!people.isDeleted(mark)) {
            people.write(Person.deleted(mark, session, clock.instant()));
        }
    }

    private void removeReferences(Person person, Predicate<ReferenceId> filter) {
        var references = galleries.of(person.session());
        var ids = references.gallery().ofPerson(person.id()).stream()
                .map(Reference::id)
                .filter(filter)
                .toList();
        if (!ids.isEmpty()) {
            references.remove(ids);
        }
    }

    private Person unseen(PersonId id, @Nullable String name, SessionId session) {
        return new Person(id, name == null ? "" : name, session, List.of(), null, false, clock.instant());
    }

    static List<PersonPhoto> join(List<PersonPhoto> some, Collection<PersonPhoto> more) {
        var joined = new ArrayList<>(some);
        for (var photo : more) {
            joined.removeIf(old -> old.reference().equals(photo.reference()));
            joined.add(photo);
        }
        return joined;
    }
}
