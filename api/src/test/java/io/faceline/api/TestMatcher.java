package io.faceline.api;

import io.faceline.api.changes.ChangeClient;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.PersonPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes every change in {@link TestPeople} at once, unless set to refuse or to fail. */
public final class TestMatcher implements ChangeClient {
    public static final long VERSION = 42;

    private final TestPeople people;
    private final List<Change> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> refusal = Optional.empty();
    private volatile Optional<Exception> failure = Optional.empty();

    public TestMatcher(TestPeople people) {
        this.people = people;
    }

    /** All requested changes. */
    public List<Change> asked() {
        return List.copyOf(asked);
    }

    public void refuse(String message) {
        refusal = Optional.of(message);
    }

    public void fail(Exception exception) {
        failure = Optional.of(exception);
    }

    @Override
    public CompletableFuture<ChangeAnswer> send(Change change) {
        asked.add(change);
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        if (refusal.isEmpty()) {
            make(change);
        }
        return CompletableFuture.completedFuture(
                new ChangeAnswer(change.id(), change.session(), VERSION, refusal.orElse(null)));
    }

    private void make(Change change) {
        if (change instanceof Change.RenamePerson rename) {
            var person = known(rename.person());
            people.put(with(person, rename.name(), person.photos(), person.mergedInto()));
        } else if (change instanceof Change.DeletePerson delete) {
            people.put(Person.deleted(delete.person(), delete.session(), TestPeople.THEN));
        } else if (change instanceof Change.DeletePhoto delete) {
            var person = known(delete.person());
            var photos = person.photos().stream()
                    .filter(photo -> !photo.reference().equals(delete.photo()))
                    .toList();
            people.put(with(person, person.name(), photos, person.mergedInto()));
        } else if (change instanceof Change.MergePeople merge) {
            merge(known(merge.from()), known(merge.into()));
        } else if (change instanceof Change.UnmergePeople unmerge) {
            var person = known(unmerge.from());
            people.put(with(person, person.name(), person.photos(), null));
        } else if (change instanceof Change.PutPerson put) {
            put(put);
        } else if (change instanceof Change.EndSession) {
            end(change.session());
        }
    }

    private void merge(Person from, Person into) {
        var photos = new ArrayList<PersonPhoto>(into.photos());
        photos.addAll(from.photos());
        people.put(with(into, into.name(), photos, null));
        people.put(with(from, from.name(), List.of(), into.id()));
    }

    private void put(Change.PutPerson put) {
        people.put(PersonBuilder.person(put.person(), put.name())
                .session(put.session())
                .photos(put.photos())
                .changedAt(TestPeople.THEN)
                .build());
    }

    private void end(SessionId session) {
        people.all().values().stream()
                .filter(person -> person.session().equals(session))
                .forEach(person -> people.put(Person.deleted(person.id(), session, TestPeople.THEN)));
    }

    private Person known(PersonId id) {
        return people.find(id.value()).orElseThrow();
    }

    private static Person with(Person person, String name, List<PersonPhoto> photos, PersonId mergedInto) {
        return PersonBuilder.person(person.id(), name)
                .session(person.session())
                .photos(photos)
                .mergedInto(mergedInto)
                .changedAt(TestPeople.THEN)
                .build();
    }
}
