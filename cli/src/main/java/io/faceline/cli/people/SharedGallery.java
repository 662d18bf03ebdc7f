package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.person.Person;
import io.faceline.standalone.pipeline.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The people of the shared gallery, as the topic {@code people} has them. */
final class SharedGallery {
    private final Pipeline pipeline;

    SharedGallery(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** In the order of their names. */
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

    /** The person of this name, or an end of the command that lists who there is. */
    Person require(String name) {
        return named(name)
                .orElseThrow(() -> CommandFailure.wrongUsage("nobody in the shared gallery is called \"" + name
                        + "\"; 'faceline people list' shows who is there"));
    }
}
