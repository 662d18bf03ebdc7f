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

/** Changes of a person: another name, a photo less, deletion, a merge and its undo. Each is answered when the next read shows it. */
final class ChangePeopleRoutes implements Routes {
    private static final String ONE = PeopleRoutes.PATH + "/{id}";

    private final PersonAccess asked;
    private final PersonDirectory people;
    private final ChangeResponder changes;
    private final Executor waiting;

    /** @param waiting for what blocks until a change shows */
    ChangePeopleRoutes(PersonAccess asked, PersonDirectory people, ChangeResponder changes, Executor waiting) {
        this.asked = asked;
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
        var person = asked(context);
        var name = name(context);
        var change = new Change.RenamePerson(ChangeResponder.newId(), person.session(), person.id(), name);
        context.future(() ->
                make(context, change, person, now -> now.name().equals(name)).thenRun(() -> answer(context, person)));
    }

    private void delete(Context context) {
        var person = asked(context);
        var change = new Change.DeletePerson(ChangeResponder.newId(), person.session(), person.id());
        context.future(() ->
                make(context, change, person, Person::deleted).thenRun(() -> context.status(HttpStatus.NO_CONTENT)));
    }

    private void deletePhoto(Context context) {
        var person = asked(context);
        var photo = PeopleRoutes.photo(person, context.pathParam("photo"));
        var change = new Change.DeletePhoto(ChangeResponder.newId(), person.session(), person.id(), photo.reference());
        context.future(() -> make(context, change, person, now -> !now.photos().contains(photo))
                .thenRun(() -> context.status(HttpStatus.NO_CONTENT)));
    }

    private void merge(Context context) {
        var from = asked(context);
        var into = asked.changeable(JsonBody.text(context, "into"), context);
        if (!into.session().equals(from.session())) {
            throw new ProblemException(
                    422, "OTHER_SCOPE", "one of them is shared and the other is not; only people of one scope merge");
        }
        var change = new Change.MergePeople(ChangeResponder.newId(), from.session(), from.id(), into.id());
        context.future(() ->
                make(context, change, from, now -> now.mergedInto() != null).thenRun(() -> answer(context, into)));
    }

    private void unmerge(Context context) {
        var person = asked(context);
        var change = new Change.UnmergePeople(ChangeResponder.newId(), person.session(), person.id());
        context.future(() ->
                make(context, change, person, now -> now.mergedInto() == null).thenRun(() -> answer(context, person)));
    }

    private Person asked(Context context) {
        return asked.changeable(context.pathParam("id"), context);
    }

    private static String name(Context context) {
        var name = JsonBody.text(context, "name").strip();
        PersonName.fault(name).ifPresent(fault -> {
            throw new ProblemException(422, "BAD_NAME", fault);
        });
        return name;
    }

    private CompletableFuture<Void> make(Context context, Change change, Person before, Predicate<Person> isMade) {
        return changes.make(context, change).thenRunAsync(() -> awaitShown(before, isMade), waiting);
    }

    /** Whatever else became of the person since is as good: a later change of somebody else must not be waited out. */
    private void awaitShown(Person before, Predicate<Person> isMade) {
        var shows = people.await(all -> {
            var now = all.get(before.id().value());
            return now == null || !now.equals(before) || isMade.test(now);
        });
        if (!shows) {
            throw ChangeResponder.notInTime();
        }
    }

    private void answer(Context context, Person person) {
        var now = asked.visible(person.id().value(), context);
        PeopleRoutes.keepPrivate(context).json(PersonView.of(now));
    }
}
