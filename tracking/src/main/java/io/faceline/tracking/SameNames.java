package io.faceline.tracking;

import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.identity.PersonId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The people of one name in a video, as the matcher's reason {@link Reason#SAME_NAME} tells them: which of them is the
 * more similar changes from frame to frame, and they must not be each other's rivals over the frames. The first who was
 * seen stands for all. Not thread-safe.
 */
final class SameNames {
    private final Map<PersonId, Integer> firstSeen = new LinkedHashMap<>();
    private final Map<PersonId, PersonId> standsFor = new HashMap<>();

    /** @param standsFor who stands for this person; null if nobody else does */
    record Seen(PersonId person, @Nullable PersonId standsFor) {}

    static SameNames of(List<Seen> seen) {
        var names = new SameNames();
        for (var known : seen) {
            names.firstSeen.put(known.person(), names.firstSeen.size());
            Optional.ofNullable(known.standsFor()).ifPresent(first -> names.standsFor.put(known.person(), first));
        }
        return names;
    }

    /** In the order in which they were seen. */
    List<Seen> seen() {
        return firstSeen.keySet().stream()
                .map(person -> new Seen(person, standsFor.get(person)))
                .toList();
    }

    /** The person who stands for the best candidate of this identification, which must have one. */
    PersonId best(Identification identification) {
        var candidates = identification.candidates();
        var best = seen(candidates.get(0).person());
        if (!identification.reasons().contains(Reason.SAME_NAME) || candidates.size() < 2) {
            return best;
        }
        // Anybody of another name as similar would have made the face uncertain.
        return joined(best, seen(candidates.get(1).person()));
    }

    /** Without these people: the next of their name stands for the others. */
    SameNames without(Predicate<PersonId> people) {
        var left = new SameNames();
        var heirs = new HashMap<PersonId, PersonId>();
        firstSeen.keySet().stream().filter(people.negate()).forEach(person -> {
            var first = first(person);
            var heir = people.test(first) ? heirs.computeIfAbsent(first, any -> person) : first;
            left.firstSeen.put(person, left.firstSeen.size());
            if (!heir.equals(person)) {
                left.standsFor.put(person, heir);
            }
        });
        return left;
    }

    private int seenAs(PersonId person) {
        return firstSeen.getOrDefault(person, Integer.MAX_VALUE);
    }

    private PersonId seen(PersonId person) {
        firstSeen.putIfAbsent(person, firstSeen.size());
        return first(person);
    }

    private PersonId first(PersonId person) {
        var current = person;
        while (standsFor.containsKey(current)) {
            current = standsFor.get(current);
        }
        return current;
    }

    private PersonId joined(PersonId one, PersonId other) {
        if (one.equals(other)) {
            return one;
        }
        var isOneFirst = seenAs(one) < seenAs(other);
        standsFor.put(isOneFirst ? other : one, isOneFirst ? one : other);
        return isOneFirst ? one : other;
    }
}
