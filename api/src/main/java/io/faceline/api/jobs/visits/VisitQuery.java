package io.faceline.api.jobs.visits;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which visits are asked for, and in which order.
 *
 * @param people of a match or of an uncertain visit; all if empty
 * @param with somebody who must be in view at the same time, for at least {@code overlap} seconds together
 * @param gap seconds between appearances of a person that are one visit
 * @param minSeconds from the first to the last frame
 */
record VisitQuery(
        Set<PersonId> people,
        Set<Decision> decisions,
        Optional<PersonId> with,
        double overlap,
        double gap,
        double minSeconds,
        VisitOrder order) {
    private static final double DEFAULT_GAP = 10;
    private static final double MAX_SECONDS = 1_000_000;
    private static final int MAX_PEOPLE = 100;

    /** @param current the person that another was merged into */
    static VisitQuery of(Context context, UnaryOperator<PersonId> current) {
        return new VisitQuery(
                people(context, current),
                decisions(context),
                Optional.ofNullable(context.queryParam("with")).map(text -> person("with", text, current)),
                seconds(context, "overlap", 0),
                seconds(context, "gap", DEFAULT_GAP),
                seconds(context, "minSeconds", 0),
                order(context));
    }

    boolean takes(JobVisit visit, UnaryOperator<PersonId> current) {
        var person = visit.subject().person().map(current);
        return (people.isEmpty() || person.filter(people::contains).isPresent())
                && (decisions.isEmpty() || decisions.contains(visit.subject().decision()))
                && visit.seconds() >= minSeconds
                && with.map(id -> isWith(visit, id, current)).orElse(true);
    }

    private boolean isWith(JobVisit visit, PersonId person, UnaryOperator<PersonId> current) {
        return visit.others().stream()
                .filter(other -> other.subject()
                        .person()
                        .map(current)
                        .filter(person::equals)
                        .isPresent())
                .anyMatch(other -> other.seconds() >= overlap);
    }

    private static Set<PersonId> people(Context context, UnaryOperator<PersonId> current) {
        var texts = context.queryParams("person");
        if (texts.size() > MAX_PEOPLE) {
            throw ListParameters.invalid("person", "given at most " + MAX_PEOPLE + " times");
        }
        return texts.stream().map(text -> person("person", text, current)).collect(Collectors.toUnmodifiableSet());
    }

    private static PersonId person(String parameter, String text, UnaryOperator<PersonId> current) {
        try {
            return current.apply(new PersonId(text));
        } catch (IllegalArgumentException e) {
            throw ListParameters.invalid(parameter, "the id of a person");
        }
    }

    private static Set<Decision> decisions(Context context) {
        return context.queryParams("decision").stream()
                .map(text -> word(Decision.values(), text)
                        .orElseThrow(() -> ListParameters.invalid("decision", "match, uncertain or unknown")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static VisitOrder order(Context context) {
        var text = Optional.ofNullable(context.queryParam("sort")).orElse("time");
        return word(VisitOrder.values(), text)
                .orElseThrow(() -> ListParameters.invalid("sort", "time, person, duration or similarity"));
    }

    private static <E extends Enum<E>> Optional<E> word(E[] words, String text) {
        return Arrays.stream(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static double seconds(Context context, String parameter, double otherwise) {
        var text = context.queryParam(parameter);
        if (text == null) {
            return otherwise;
        }
        try {
            var seconds = Double.parseDouble(text);
            if (seconds >= 0 && seconds <= MAX_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw ListParameters.invalid(parameter, "a number of seconds, 0 or more");
        }
        throw ListParameters.invalid(parameter, "a number of seconds, 0 or more");
    }

    List<JobVisit> sorted(List<JobVisit> visits) {
        return visits.stream().sorted(order.comparator()).toList();
    }
}
