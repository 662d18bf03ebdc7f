package io.faceline.ingest.photo;

import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Looks up people that are visible to a caller. People of other sessions and deleted people count as unknown. */
public final class KnownPeople {
    private final Function<String, Optional<Person>> people;
    private final Access access;

    public KnownPeople(Function<String, Optional<Person>> people, Access access) {
        this.people = people;
        this.access = access;
    }

    /**
     * A person of the shared gallery or of the caller's session.
     *
     * @throws ProblemException when there is none with this id
     */
    Person visible(String id, Context context) {
        var caller = access.caller(context);
        return people.apply(id)
                .filter(person -> person.isActive() && caller.maySee(person))
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PERSON", "you have no person with this id; GET /api/v1/people lists yours"));
    }

    /** A visible person that the caller may add photos to. */
    Person changeable(String id, Context context) {
        var person = visible(id, context);
        access.requireChangeOf(person.session(), context);
        return person;
    }
}
