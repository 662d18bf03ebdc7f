package io.faceline.web.access;

import io.faceline.contracts.person.Person;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Everybody, as the topic {@code people} has them: also those who were deleted or merged. Safe for all threads. */
public interface PersonDirectory {
    Optional<Person> find(String id);

    /** By person id. */
    Map<String, Person> all();

    /** Waits a little until what was changed shows here; false when it takes longer. Blocks its thread. */
    boolean await(Predicate<Map<String, Person>> condition);
}
