package io.faceline.api.people;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.person.Person;
import io.faceline.web.view.PersonView;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of people, ordered by name and id.
 *
 * @param next the cursor of the next page; null at the end
 */
record PeoplePage(List<PersonView> items, @Nullable String next) {
    static final Comparator<Person> ORDER = Comparator.comparing(Person::name)
            .thenComparing(person -> person.id().value());

    /** The page selected by the parameters {@code limit} and {@code cursor} of the request. */
    static PeoplePage of(Stream<Person> people, Context context) {
        var limit = ListParameters.limit(context);
        var after = ListParameters.cursor(context).map(parts -> new Cursor(parts.get(0), parts.get(1)));
        var found = people.filter(person -> after.isEmpty() || after.get().isBefore(person))
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        var items = found.stream().limit(limit).map(PersonView::of).toList();
        return new PeoplePage(items, found.size() > limit ? cursor(found.get(limit - 1)) : null);
    }

    private static String cursor(Person last) {
        return ListParameters.cursor(last.name(), last.id().value());
    }

    private record Cursor(String name, String id) {
        boolean isBefore(Person person) {
            var byName = name.compareTo(person.name());
            return byName < 0 || (byName == 0 && id.compareTo(person.id().value()) < 0);
        }
    }
}
