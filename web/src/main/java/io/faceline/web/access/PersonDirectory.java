package io.faceline.web.access;

import io.faceline.contracts.person.Person;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All people of the topic {@code people}, including deleted and merged ones. Thread-safe. */
public interface PersonDirectory {
    Optional<Person> find(String id);

    /** By person id. */
    Map<String, Person> all();

    /** Waits briefly until the condition is met; false on a timeout. Blocks the thread. */
    boolean await(Predicate<Map<String, Person>> condition);
}
