package io.faceline.runtime.store;

/** The table of the tests stands in for the real one. */
class MapTableTest extends TableContract {
    @Override
    Table<String> table() {
        return new MapTable<>();
    }
}
