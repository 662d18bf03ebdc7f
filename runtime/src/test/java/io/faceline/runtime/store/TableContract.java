package io.faceline.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Table} must do. */
abstract class TableContract {
    /** A table without entries. */
    abstract Table<String> table();

    @Test
    void find_ofAnAbsentKey_isEmpty() {
        assertThat(table().read("a")).isEmpty();
    }

    @Test
    void put_isFound_andReplacesWhatWasThere() {
        var table = table();
        table.write("a", "one");
        table.write("b", "other");

        table.write("a", "two");

        assertThat(table.read("a")).contains("two");
        assertThat(table.read("b")).contains("other");
    }

    @Test
    void remove_forgetsTheEntry_andOnlyThat() {
        var table = table();
        table.write("a", "one");
        table.write("b", "two");

        table.remove("a");
        table.remove("never there");

        assertThat(table.read("a")).isEmpty();
        assertThat(table.read("b")).contains("two");
    }

    @Test
    void where_findsTheEntriesThatPass() {
        var table = table();
        table.write("a", "one");
        table.write("b", "two");
        table.write("c", "one");

        assertThat(table.where("one"::equals)).containsOnlyKeys("a", "c");
        assertThat(table.where("three"::equals)).isEmpty();
    }

    @Test
    void withPrefix_findsTheEntriesWhoseKeysBeginWithIt() {
        var table = table();
        table.write("a|1", "one");
        table.write("a|2", "two");
        table.write("a", "three");
        table.write("ab|1", "four");

        assertThat(table.withPrefix("a|")).containsOnlyKeys("a|1", "a|2");
        assertThat(table.withPrefix("c|")).isEmpty();
    }

    @Test
    void where_isACopy() {
        var table = table();
        table.write("a", "one");
        table.write("b", "two");

        var found = table.where(value -> true);
        found.keySet().forEach(table::remove);

        assertThat(found).containsEntry("a", "one").containsEntry("b", "two");
        assertThat(table.where(value -> true)).isEmpty();
        found.put("c", "three");
        assertThat(table.read("c")).isEmpty();
    }
}
