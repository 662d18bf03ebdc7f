package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.report.Plurals;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.standalone.pipeline.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * The person with this name or id.
     *
     * @throws CommandFailure when several people have the name: which one is meant cannot be guessed
     */
    Optional<Person> find(String nameOrId) {
        var people = people();
        var byId = people.stream()
                .filter(person -> person.id().value().equals(nameOrId))
                .findFirst();
        if (byId.isPresent()) {
            return byId;
        }
        var name = PersonName.normal(nameOrId);
        var named = people.stream()
                .filter(person -> PersonName.normal(person.name()).equals(name))
                .toList();
        if (named.size() > 1) {
            throw CommandFailure.wrongUsage(named.size() + " people are called \"" + name
                    + "\"; write the id instead of the name: "
                    + named.stream().map(SharedGallery::text).collect(Collectors.joining(", ")));
        }
        return named.stream().findFirst();
    }

    /** @throws CommandFailure when nobody has this name or id, or several people have the name */
    Person require(String nameOrId) {
        return find(nameOrId)
                .orElseThrow(() -> CommandFailure.wrongUsage("the shared gallery has no person \"" + nameOrId
                        + "\"; 'faceline people list' lists all people"));
    }

    /** Other people whose name differs from this one in case or spaces only, if at all. */
    List<Person> namesakes(String name, Optional<PersonId> except) {
        var folded = PersonName.folded(name);
        return people().stream()
                .filter(person -> !except.equals(Optional.of(person.id())))
                .filter(person -> PersonName.folded(person.name()).equals(folded))
                .toList();
    }

    /** The person in a message: name, id and the number of photos. */
    static String text(Person person) {
        return person.name() + " " + person.id() + " ("
                + Plurals.of(person.photos().size(), "photo") + ")";
    }
}
