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

/** Authorises access to people. People of other sessions appear not to exist. */
public final class PersonAccess {
    private final PersonDirectory people;
    private final Access access;

    public PersonAccess(PersonDirectory people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** All visible active people of the requested scope, or of both scopes, unordered. */
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

    /** A visible person, including one who was merged into another, whose merge can be undone. */
    public Person visible(String id, Context context) {
        var caller = access.caller(context);
        return people.find(id)
                .filter(person -> !person.deleted() && caller.maySee(person))
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PERSON", "there is no such person; GET " + PersonView.PATH + " lists all"));
    }

    /** A person whom the caller may change. */
    public Person changeable(String id, Context context) {
        var person = visible(id, context);
        access.requireChangeOf(person.session(), context);
        return person;
    }

    /**
     * The session whose people a request without a person changes: the caller's own, or the shared gallery if
     * requested.
     */
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
