package io.faceline.api.alertrules;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in the shared gallery. Whoever was merged into another still is. Thread-safe. */
public final class SharedPeople {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final TableReader<Person> people;

    SharedPeople(KafkaSettings kafka, TableReader<Person> people) {
        this.kafka = kafka;
        this.people = people;
    }

    boolean isKnown(PersonId person) {
        return isKnown(people, person);
    }

    /** Whether somebody of the shared gallery has this id, also if they were merged into another. */
    public static boolean isKnown(TableReader<Person> people, PersonId person) {
        return people.get(person.value())
                        .filter(known -> known.session().isShared())
                        .isPresent()
                && new PersonNames(people::get).current(person).isPresent();
    }

    /** Of these people, those who are not there by all that was written until now. Blocks until that is read. */
    Set<PersonId> deleted(Set<PersonId> suspects) {
        try (var now = new TableReader<>(kafka, kafka.topics().people(), DeletionMark::applied)) {
            now.start();
            now.awaitCaughtUp(READ_TIMEOUT);
            return suspects.stream().filter(person -> !isKnown(now, person)).collect(Collectors.toUnmodifiableSet());
        }
    }
}
