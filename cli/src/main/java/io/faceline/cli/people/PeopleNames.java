package io.faceline.cli.people;

import io.faceline.api.people.PhotoDirectory;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.output.Names;
import io.faceline.cli.report.PersonDirectory;
import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.kafka.TableReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Looks up names and photos in the topic {@code people}. */
public final class PeopleNames implements Names, PersonDirectory {
    /** An answer may arrive before the name it refers to, as they are on different topics. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final TableReader<Person> people;
    private final Supplier<PhotoDirectory> photos;

    public PeopleNames(TableReader<Person> people, Supplier<PhotoDirectory> photos) {
        this.people = people;
        this.photos = photos;
    }

    @Override
    public String of(PersonId person) {
        return people.get(person.value()).orElseGet(() -> await(person)).name();
    }

    @Override
    public String name(PersonId person) {
        return of(person);
    }

    @Override
    public List<Blob> photos(PersonId person) {
        return people.get(person.value()).stream()
                .flatMap(known -> photos.get().withCrops(known).stream())
                .sorted(Comparator.comparingDouble(PersonPhoto::quality).reversed())
                .map(PersonPhoto::cropJpeg)
                .toList();
    }

    /** The names of the people of the shared gallery and of this session, sorted. */
    public List<String> visibleTo(SessionId session) {
        return people.snapshot().values().stream()
                .filter(Person::isActive)
                .filter(person ->
                        person.session().isShared() || person.session().equals(session))
                .map(Person::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Whether a person has this name. */
    public boolean isKnown(String name) {
        var wanted = PersonName.normal(name);
        return people.snapshot().values().stream()
                .anyMatch(person ->
                        !person.deleted() && PersonName.normal(person.name()).equals(wanted));
    }

    private Person await(PersonId person) {
        try {
            people.await(known -> known.containsKey(person.value()), TIMEOUT);
        } catch (WaitTimeoutException e) {
            throw CommandFailure.failed("person " + person + " has no entry in the topic people");
        }
        return people.get(person.value()).orElseThrow();
    }
}
