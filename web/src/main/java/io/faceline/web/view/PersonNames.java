package io.faceline.web.view;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import java.util.Optional;
import java.util.function.Function;

/** Who people are by now, as far as the asker may know: those of the shared gallery and of the asker's own session. */
public final class PersonNames {
    /** A chain that is longer is a mistake, and must not go round for ever. */
    private static final int MAX_MERGES = 100;

    private final Function<String, Optional<Person>> people;
    private final boolean isGalleryListed;

    /** @param people finds a person by id, those who are merged or deleted too */
    public PersonNames(Function<String, Optional<Person>> people) {
        this(people, true);
    }

    private PersonNames(Function<String, Optional<Person>> people, boolean isGalleryListed) {
        this.people = people;
        this.isGalleryListed = isGalleryListed;
    }

    /**
     * The names for a caller who may not list the shared gallery: of its people only those whom a face was decided to be.
     * Otherwise photos of anybody would list the people who look like them.
     *
     * @param isGalleryListed whether the caller may list it
     */
    public PersonNames listing(boolean isGalleryListed) {
        return new PersonNames(people, isGalleryListed);
    }

    /** As {@link #find}, for a person whom a face may be, or is not. */
    public Optional<Person> findCandidate(PersonId id, SessionId asker) {
        return find(id, asker)
                .filter(person -> isGalleryListed || !person.session().isShared());
    }

    /** As {@link #find} for a match, and as {@link #findCandidate} for any other decision. */
    public Optional<Person> find(PersonId id, SessionId asker, Decision decision) {
        return decision == Decision.MATCH ? find(id, asker) : findCandidate(id, asker);
    }

    /** The person after merges, as visible to the session; empty if deleted or of another session. */
    public Optional<Person> find(PersonId id, SessionId asker) {
        return resolved(id)
                .filter(person ->
                        person.session().isShared() || person.session().equals(asker));
    }

    /** The person that this one was merged into, or this one; empty if deleted. */
    public Optional<PersonId> current(PersonId id) {
        return resolved(id).map(Person::id);
    }

    /** The person after merges; empty if deleted. */
    private Optional<Person> resolved(PersonId id) {
        var person = people.apply(id.value());
        for (var hops = 0;
                hops < MAX_MERGES && person.isPresent() && person.get().mergedInto() != null;
                hops++) {
            person = people.apply(person.get().mergedInto().value());
        }
        return person.filter(Person::isActive);
    }
}
