package io.faceline.tracker;

import io.faceline.runtime.store.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The content of a task's tables at one moment, as a commit keeps it. */
final class TablesSnapshot {
    static final int SOURCES = 0;
    static final int WAITING = 1;
    static final int ENDED = 2;
    static final int APPEARANCES = 3;
    static final int VIDEOS = 4;

    private final List<Saved<?>> saved;

    private record Saved<V>(Table<V> table, Map<String, V> content) {
        static <V> Saved<V> of(Table<V> table) {
            return new Saved<>(table, table.where(any -> true));
        }

        void restore() {
            table.where(any -> true).keySet().forEach(table::remove);
            content.forEach(table::write);
        }
    }

    private TablesSnapshot(List<Saved<?>> saved) {
        this.saved = saved;
    }

    static TablesSnapshot of(TrackerTables tables) {
        return new TablesSnapshot(Stream.<Table<?>>of(
                        tables.sources(), tables.waiting(), tables.ended(), tables.appearances(), tables.videos())
                .<Saved<?>>map(Saved::of)
                .toList());
    }

    void restore() {
        saved.forEach(Saved::restore);
    }

    /** Some tables only, as if a crash had interrupted the commit. */
    void restore(Integer... tables) {
        Stream.of(tables).map(saved::get).forEach(Saved::restore);
    }
}
