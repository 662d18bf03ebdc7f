package io.faceline.api.alertrules;

import io.faceline.api.lists.ListParameters;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the page after this one; null if there is none */
record Page(List<?> items, @Nullable String next) {
    static final Comparator<Key> BY_NAME = Comparator.comparing(Key::first, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Key::first)
            .thenComparing(Key::second);
    static final Comparator<Key> LAST_FIRST =
            Comparator.comparing(Key::first).reversed().thenComparing(Key::second);

    Page {
        items = List.copyOf(items);
    }

    /** What items are sorted by; the second part tells those apart whose first is the same. */
    record Key(String first, String second) {}

    /** The page that the request asks for by {@code limit} and {@code cursor}. */
    static <T> Page of(
            Context context, Collection<T> all, Function<T, Key> key, Comparator<Key> order, Function<T, ?> view) {
        var limit = ListParameters.limit(context);
        var after = ListParameters.cursor(context).map(parts -> new Key(parts.get(0), parts.get(1)));
        var rest = all.stream()
                .filter(item -> after.isEmpty() || order.compare(key.apply(item), after.get()) > 0)
                .sorted(Comparator.comparing(key, order))
                .limit(limit + 1L)
                .toList();
        var items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page(items.stream().map(view).toList(), rest.size() > limit ? cursor(key, items) : null);
    }

    private static <T> String cursor(Function<T, Key> key, List<T> items) {
        var last = key.apply(items.get(items.size() - 1));
        return ListParameters.cursor(last.first, last.second);
    }

    void answer(Context context) {
        answer(context, this);
    }

    static void answer(Context context, Object value) {
        context.header("Cache-Control", "private, no-store").json(value);
    }
}
