package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the matcher writes about people. Every step may be repeated. */
public final class WritePeople {
    private final Galleries galleries;
    private final People people;
    private final InstantSource clock;
    private final Duration most;
    private boolean isPrepared;
    private boolean isReady;

    /** @param most how long to wait for what was written to be read back */
    public WritePeople(Galleries galleries, People people, InstantSource clock, Duration most) {
        this.galleries = galleries;
        this.people = people;
        this.clock = clock;
        this.most = most;
    }

    /** To be called before anything is written or asked: what was written by the task before this one shows soon. */
    public void prepare() {
        if (!isPrepared) {
            isPrepared = true;
            writeBarriers();
        }
    }

    /** Writes a tombstone for nobody to both shared topics. */
    public void writeBarriers() {
        people.writeBarrier();
        galleries.shared().writeBarrier();
    }

    /** Whether all that was written by the task before this one shows. Waits a little until it does. */
    public boolean isReady() {
        if (!isReady) {
            isReady = people.awaitApplied(most) && galleries.shared().awaitApplied();
        }
        return isReady;
    }

    /** Adds a photo to a person, who is new when nobody goes by the id; an existing person keeps the name. */
    public void addPhoto(PersonId id, @Nullable String name, SessionId session, PersonPhoto photo) {
        var person = people.find(id).orElseGet(() -> unseen(id, name, session));
        people.write(person.with(join(person.photos(), List.of(photo)), clock.instant()));
    }

    public void rename(Person person, String name) {
        people.write(person.named(name, clock.instant()));
    }

    /**
     * The mark goes first: from then on no replay can bring the person back. Whoever was merged into the person goes
     * too, since the photos and references were one.
     */
    public void delete(Person person) {
        mark(person.id(), person.session());
        people.mergedInto(person.id()).forEach(this::release);
        removeReferences(person, id -> true);
    }

    /** The mark goes first here too, then the photo, then what was made of it. */
    public void deletePhoto(Person person, ReferenceId photo) {
        mark(People.markOf(person.session(), photo), person.session());
        if (People.hasPhoto(person, photo)) {
            var others = person.photos().stream()
                    .filter(other -> !other.reference().equals(photo))
                    .toList();
            people.write(person.with(others, clock.instant()));
        }
        removeReferences(person, id -> id.isMadeOf(photo));
    }

    private void release(Person merged) {
        if (merged.isActive()) {
            people.write(merged.withoutMerge(clock.instant()));
        } else {
            delete(merged);
        }
    }

    /** Leaves of a person the mark alone, which holds nothing but the id. */
    public void mark(PersonId id, SessionId session) {
        if (!people.isDeleted(id)) {
            people.write(Person.deleted(id, session, clock.instant()));
        }
    }

    /** Waits until all that was written about the session's people shows. A session of its own shows it at once. */
    public boolean awaitApplied(SessionId session) {
        return !session.isShared() || (galleries.shared().awaitApplied() && people.awaitApplied(most));
    }

    private void removeReferences(Person person, Predicate<ReferenceId> which) {
        var references = galleries.of(person.session());
        var ids = references.gallery().ofPerson(person.id()).stream()
                .map(Reference::id)
                .filter(which)
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
