package io.faceline.api.people;

import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.PersonView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Renames, deletes, merges and unmerges people and deletes photos. Each request is answered once the next read shows
 * the change.
 */
final class ChangePeopleRoutes implements Routes {
    private static final String ONE = PeopleRoutes.PATH + "/{id}";

    private final PersonAccess access;
    private final PersonDirectory people;
    private final ChangeResponder changes;
    private final Executor waiting;

    /** @param waiting blocks until a change is visible */
    ChangePeopleRoutes(PersonAccess access, PersonDirectory people, ChangeResponder changes, Executor waiting) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.waiting = waiting;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.patch(ONE, this::rename)
                .delete(ONE, this::delete)
                .delete(PeopleRoutes.PHOTO, this::deletePhoto)
                .post(ONE + "/merge", this::merge)
                .post(ONE + "/unmerge", this::unmerge);
    }

    private void rename(Context context) {
        var person = changeable(context);
        var name = name(context);
        var change = new Change.RenamePerson(ChangeResponder.newId(), person.session(), person.id(), name);
        context.future(() ->
                make(context, change, person, now -> now.name().equals(name)).thenRun(() -> answer(context, person)));
    }

    private void delete(Context context) {
        var person = changeable(context);
        var change = new Change.DeletePerson(ChangeResponder.newId(), person.session(), person.id());
        context.future(() ->
                make(context, change, person, Person::deleted).thenRun(() -> context.status(HttpStatus.NO_CONTENT)));
    }

    private void deletePhoto(Context context) {
        var person = changeable(context);
        var photo = PeopleRoutes.photo(person, context.pathParam("photo"));
        var change = new Change.DeletePhoto(ChangeResponder.newId(), person.session(), person.id(), photo.reference());
        context.future(() -> make(context, change, person, now -> !now.photos().contains(photo))
                .thenRun(() -> context.status(HttpStatus.NO_CONTENT)));
    }

    private void merge(Context context) {
        var from = changeable(context);
        var into = access.changeable(JsonBody.text(context, "into"), context);
        if (!into.session().equals(from.session())) {
            throw new ProblemException(
                    422, "OTHER_SCOPE", "only people of the same scope can be merged: one is shared, the other is not");
        }
        var change = new Change.MergePeople(ChangeResponder.newId(), from.session(), from.id(), into.id());
        context.future(() ->
                make(context, change, from, now -> now.mergedInto() != null).thenRun(() -> answer(context, into)));
    }

    private void unmerge(Context context) {
        var person = changeable(context);
        var change = new Change.UnmergePeople(ChangeResponder.newId(), person.session(), person.id());
        context.future(() ->
                make(context, change, person, now -> now.mergedInto() == null).thenRun(() -> answer(context, person)));
    }

    private Person changeable(Context context) {
        return access.changeable(context.pathParam("id"), context);
    }

    private static String name(Context context) {
        var name = PersonName.normal(JsonBody.text(context, "name"));
        PersonName.fault(name).ifPresent(fault -> {
            throw new ProblemException(422, "BAD_NAME", fault);
        });
        return name;
    }

    private CompletableFuture<Void> make(Context context, Change change, Person before, Predicate<Person> isMade) {
        return changes.make(context, change).thenRunAsync(() -> awaitVisible(before, isMade), waiting);
    }

    /** Waits until the change is visible, or any later one, which may have overwritten it. */
    private void awaitVisible(Person before, Predicate<Person> isMade) {
        var isVisible = people.await(all -> {
            var now = all.get(before.id().value());
            return now == null || !now.equals(before) || isMade.test(now);
        });
        if (!isVisible) {
            throw ChangeResponder.notInTime();
        }
    }

    private void answer(Context context, Person person) {
        var now = access.visible(person.id().value(), context);
        PeopleRoutes.keepPrivate(context).json(PersonView.of(now));
    }
}
