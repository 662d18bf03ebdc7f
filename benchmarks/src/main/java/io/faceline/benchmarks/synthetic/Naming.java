package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well one kind of decision names a face over time.
 *
 * @param right frames that name who it is; of a stranger none can be
 * @param wrong frames that name somebody else, a stranger included
 * @param changes from one name, or none, to another between frames that follow each other
 */
record Naming(int right, int wrong, int changes) {
    static final Naming NONE = new Naming(0, 0, 0);

    static Naming of(
            List<Observation> looks, Optional<PersonId> truth, Function<Observation, Optional<PersonId>> decision) {
        var names = looks.stream().map(decision).collect(Collectors.toList());
        var named = names.stream().flatMap(Optional::stream).count();
        var right = names.stream()
                .filter(name -> name.isPresent() && name.equals(truth))
                .count();
        var changes = IntStream.range(1, names.size())
                .filter(i -> !Objects.equals(names.get(i), names.get(i - 1)))
                .count();
        return new Naming((int) right, (int) (named - right), (int) changes);
    }

    Naming plus(Naming other) {
        return new Naming(right + other.right, wrong + other.wrong, changes + other.changes);
    }
}
