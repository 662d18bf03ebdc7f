package io.faceline.api.people;

import io.faceline.contracts.Person;
import io.faceline.runtime.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in the order of names and ids.
 *
 * @param next where the rest begins; null at the end
 */
record Page(List<PersonView> items, @Nullable String next) {
    static final Comparator<Person> ORDER = Comparator.comparing(Person::name)
            .thenComparing(person -> person.id().value());

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** Stands in no name and in no id. */
    private static final String BETWEEN = "\0";

    /** The part that the request's {@code limit} and {@code cursor} ask for. */
    static Page of(Stream<Person> people, Context context) {
        var limit = limit(context);
        var after = cursor(context);
        var found = people.filter(person -> after.isEmpty() || after.get().isBefore(person))
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        var items = found.stream().limit(limit).map(PersonView::of).toList();
        return new Page(items, found.size() > limit ? cursor(found.get(limit - 1)) : null);
    }

    private static int limit(Context context) {
        var text = context.queryParam("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw wrong("limit", "a whole number from 1 to " + MAX_LIMIT);
        }
        throw wrong("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    /** Of the last person of a part: whoever comes or goes meanwhile, nobody else is skipped or told twice. */
    private static String cursor(Person last) {
        var text = last.name() + BETWEEN + last.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Place> cursor(Context context) {
        return Optional.ofNullable(context.queryParam("cursor")).map(Page::place);
    }

    private static Place place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var between = text.indexOf(BETWEEN);
            if (between >= 0) {
                return new Place(text.substring(0, between), text.substring(between + 1));
            }
        } catch (IllegalArgumentException e) {
            throw wrong("cursor", "the \"next\" of the part before");
        }
        throw wrong("cursor", "the \"next\" of the part before");
    }

    private static ProblemException wrong(String parameter, String expected) {
        return new ProblemException(400, "BAD_REQUEST", parameter + " must be " + expected);
    }

    private record Place(String name, String id) {
        boolean isBefore(Person person) {
            var byName = name.compareTo(person.name());
            return byName < 0 || (byName == 0 && id.compareTo(person.id().value()) < 0);
        }
    }
}
