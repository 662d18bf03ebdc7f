package io.faceline.web.view;

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

    /** @param people finds a person by id, those who are merged or deleted too */
    public PersonNames(Function<String, Optional<Person>> people) {
        this.people = people;
    }

    /** The person after merges, as visible to the session; empty if deleted or of another session. */
    public Optional<Person> find(PersonId id, SessionId asker) {
        return current(id)
                .filter(person ->
                        person.session().isShared() || person.session().equals(asker));
    }

    /** The person after merges; empty if deleted. */
    private Optional<Person> current(PersonId id) {
        var person = people.apply(id.value());
        for (var hops = 0;
                hops < MAX_MERGES && person.isPresent() && person.get().mergedInto() != null;
                hops++) {
            person = people.apply(person.get().mergedInto().value());
        }
        return person.filter(Person::isActive);
    }
}
