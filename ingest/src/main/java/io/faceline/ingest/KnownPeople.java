package io.faceline.ingest;

import io.faceline.contracts.Person;
import io.faceline.runtime.ProblemException;
import io.faceline.runtime.access.Caller;
import java.util.Optional;
import java.util.function.Function;

/** People as a caller may know them. Whoever is another session's, or no more, is as one who never was. */
final class KnownPeople {
    private final Function<String, Optional<Person>> people;

    KnownPeople(Function<String, Optional<Person>> people) {
        this.people = people;
    }

    /** Of the shared gallery, or the caller's own. */
    Person visibleTo(Caller caller, String id) {
        return active(id)
                .filter(person -> person.session().isShared() || caller.maySee(person.session()))
                .orElseThrow(KnownPeople::nobody);
    }

    /** Whom the caller may add photos to. */
    Person changeableBy(Caller caller, String id) {
        var person = visibleTo(caller, id);
        if (caller.mayChange(person.session())) {
            return person;
        }
        throw person.session().isShared()
                ? new ProblemException(
                        403, "ADMIN_ONLY", "the shared gallery is changed with the admin token as a bearer token")
                : new ProblemException(
                        403, "OTHER_SESSION", "the admin changes the shared gallery alone; this person is a session's");
    }

    private Optional<Person> active(String id) {
        return people.apply(id).filter(Person::isActive);
    }

    private static ProblemException nobody() {
        return new ProblemException(
                404, "NO_SUCH_PERSON", "there is no such person among yours; GET /api/v1/people lists them");
    }
}
