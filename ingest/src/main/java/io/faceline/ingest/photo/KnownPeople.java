package io.faceline.ingest.photo;

import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** People as a caller may know them. Whoever is another session's, or no more, is as one who never was. */
public final class KnownPeople {
    private final Function<String, Optional<Person>> people;
    private final Access access;

    public KnownPeople(Function<String, Optional<Person>> people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Of the shared gallery, or the caller's own. */
    Person visible(String id, Context context) {
        var caller = access.caller(context);
        return people.apply(id)
                .filter(person -> person.isActive() && caller.maySee(person))
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PERSON", "there is no such person among yours; GET /api/v1/people lists them"));
    }

    /** Whom the caller may add photos to. */
    Person changeable(String id, Context context) {
        var person = visible(id, context);
        access.requireChangeOf(person.session(), context);
        return person;
    }
}
