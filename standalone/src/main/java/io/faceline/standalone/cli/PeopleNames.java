package io.faceline.standalone.cli;

import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.runtime.NotInTimeException;
import io.faceline.runtime.TableReader;
import java.time.Duration;

/** Names from the topic {@code people}. */
final class PeopleNames implements Names {
    /** An answer may overtake the name it needs: they come on different topics. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TableReader<Person> people;

    PeopleNames(TableReader<Person> people) {
        this.people = people;
    }

    @Override
    public String of(PersonId person) {
        return people.get(person.value()).orElseGet(() -> awaited(person)).name();
    }

    private Person awaited(PersonId person) {
        try {
            people.await(known -> known.containsKey(person.value()), PATIENCE);
        } catch (NotInTimeException e) {
            throw CommandFailure.failed("person " + person + " has no entry in the topic people");
        }
        return people.get(person.value()).orElseThrow();
    }
}
