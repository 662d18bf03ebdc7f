package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The naming of a face over time by one kind of decision.
 *
 * @param right frames with the right name; always 0 for a stranger
 * @param wrong frames with another name, or with any name for a stranger
 * @param changes number of changes of the name, or to or from none, between consecutive frames
 */
record Naming(int right, int wrong, int changes) {
    static final Naming NONE = new Naming(0, 0, 0);

    static Naming of(
            List<Observation> observations,
            Optional<PersonId> truth,
            Function<Observation, Optional<PersonId>> decision) {
        var names = observations.stream().map(decision).collect(Collectors.toList());
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
