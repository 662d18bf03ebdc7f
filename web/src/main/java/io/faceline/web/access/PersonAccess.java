package io.faceline.web.access;

import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.view.PersonView;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who of the people a request may see or change. Another session's person is as if there never was one. */
public final class PersonAccess {
    private final PersonDirectory people;
    private final Access access;

    public PersonAccess(PersonDirectory people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Everybody who can be found and seen, of the asked scope or of both, in no order. */
    public Stream<Person> visible(Context context) {
        var caller = access.caller(context);
        var scope = scope(context);
        if (scope.filter(Scope.SESSION::equals).isPresent() && !caller.isAdmin()) {
            access.session(context);
        }
        return people.all().values().stream()
                .filter(Person::isActive)
                .filter(person -> scope.isEmpty() || scope.get() == person.scope())
                .filter(caller::maySee);
    }

    /** The person, also one who was merged into another, for whom a merge can be undone. */
    public Person visible(String id, Context context) {
        var caller = access.caller(context);
        return people.find(id)
                .filter(person -> !person.deleted() && caller.maySee(person))
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PERSON", "there is no such person; GET " + PersonView.PATH + " lists who is"));
    }

    /** The person, whom the caller may change. */
    public Person changeable(String id, Context context) {
        var person = visible(id, context);
        access.requireChangeOf(person.session(), context);
        return person;
    }

    /** Whose people a request is about that names a scope and no person: the session's own unless it says otherwise. */
    public SessionId changeableScope(Context context) {
        if (scope(context).filter(Scope.SHARED::equals).isEmpty()) {
            return access.session(context);
        }
        access.requireAdmin(context);
        return SessionId.SHARED;
    }

    private static Optional<Scope> scope(Context context) {
        var text = context.queryParam("scope");
        if (text == null) {
            return Optional.empty();
        }
        return Stream.of(Scope.values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .or(() -> {
                    throw new ProblemException(400, "BAD_REQUEST", "scope must be \"session\" or \"shared\"");
                });
    }
}
