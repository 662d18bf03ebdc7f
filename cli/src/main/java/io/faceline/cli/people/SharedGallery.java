package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.person.Person;
import io.faceline.standalone.pipeline.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The people of the shared gallery, from the topic {@code people}. */
final class SharedGallery {
    private final Pipeline pipeline;

    SharedGallery(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The people, sorted by name. */
    List<Person> people() {
        return pipeline.people().snapshot().values().stream()
                .filter(person -> person.session().isShared() && person.isActive())
                .sorted(Comparator.comparing(Person::name)
                        .thenComparing(person -> person.id().value()))
                .toList();
    }

    Optional<Person> named(String name) {
        return people().stream().filter(person -> person.name().equals(name)).findFirst();
    }

    /** @throws CommandFailure when no person has this name */
    Person require(String name) {
        return named(name)
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "the shared gallery has no person \"" + name + "\"; 'faceline people list' lists all people"));
    }
}
