package io.faceline.web.access;

import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.view.PersonView;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Authorises access to people. People of other sessions appear not to exist. */
public final class PersonAccess {
    private final Function<String, Optional<Person>> people;
    private final Access access;

    public PersonAccess(Function<String, Optional<Person>> people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Selects the active people that the caller may see, of the requested scope or of both. */
    public Predicate<Person> listed(Context context) {
        var caller = access.caller(context);
        var scope = scope(context);
        if (scope.filter(Scope.SHARED::equals).isPresent() && !caller.seesSharedGallery()) {
            throw privateGallery();
        }
        if (scope.filter(Scope.SESSION::equals).isPresent() && !caller.isAdmin()) {
            access.session(context);
        }
        return person ->
                person.isActive() && (scope.isEmpty() || scope.get() == person.scope()) && caller.maySee(person);
    }

    /** A visible person, including one who was merged into another, whose merge can be undone. */
    public Person visible(String id, Context context) {
        var person = known(id, context);
        if (!access.caller(context).maySee(person)) {
            throw privateGallery();
        }
        return person;
    }

    /** A person whom the caller may change. */
    public Person changeable(String id, Context context) {
        return requireChange(known(id, context), context);
    }

    /** A person who was not merged into another, and with whom the caller's photos may be compared. */
    public Person comparable(String id, Context context) {
        var person = known(id, context);
        if (!person.isActive()) {
            throw noSuchPerson();
        }
        return person;
    }

    /** An active person whom the caller may change. */
    public Person extensible(String id, Context context) {
        return requireChange(comparable(id, context), context);
    }

    private Person known(String id, Context context) {
        var caller = access.caller(context);
        return people.apply(id)
                .filter(person -> !person.deleted() && caller.mayMeet(person))
                .orElseThrow(PersonAccess::noSuchPerson);
    }

    private Person requireChange(Person person, Context context) {
        access.requireChangeOf(person.session(), context);
        return person;
    }

    private static ProblemException privateGallery() {
        return new ProblemException(
                403,
                "GALLERY_PRIVATE",
                "the people of the shared gallery are shown with the admin token only; the operator can show them to everybody"
                        + " with FACELINE_SHARED_GALLERY=public");
    }

    private static ProblemException noSuchPerson() {
        return new ProblemException(
                404, "NO_SUCH_PERSON", "there is no such person; GET " + PersonView.PATH + " lists who is");
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
        return Stream.of(Scope.SESSION, Scope.SHARED)
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .or(() -> {
                    throw new ProblemException(400, "BAD_REQUEST", "scope must be \"session\" or \"shared\"");
                });
    }
}
