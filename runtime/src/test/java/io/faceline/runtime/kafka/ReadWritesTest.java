package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadWritesTest {
    private final ReadWrites writes = new ReadWrites();

    @Test
    void write_isReadWithALaterOneOfItsWriter() {
        var first = writes.whenRead(new WriteToken("a", 1));
        var again = writes.whenRead(new WriteToken("a", 1));
        var third = writes.whenRead(new WriteToken("a", 3));
        var foreign = writes.whenRead(new WriteToken("b", 1));

        writes.read(new WriteToken("a", 2), 70);

        assertThat(first).isCompletedWithValue(70L);
        assertThat(again).isCompletedWithValue(70L);
        assertThat(third).isNotDone();
        assertThat(foreign).isNotDone();
        assertThat(writes.whenRead(new WriteToken("a", 2))).isCompletedWithValue(70L);
    }

    @Test
    void writeOfTheGreatestNumber_completesAllOfItsWriter() {
        var last = writes.whenRead(new WriteToken("a", Long.MAX_VALUE - 1));

        writes.read(new WriteToken("a", Long.MAX_VALUE), 5);

        assertThat(last).isCompletedWithValue(5L);
    }

    @Test
    void canceledWait_isForgotten() {
        var given = writes.whenRead(new WriteToken("a", 1));
        var kept = writes.whenRead(new WriteToken("a", 1));

        given.cancel(false);
        writes.read(new WriteToken("a", 1), 8);

        assertThat(given).isCancelled();
        assertThat(kept).isCompletedWithValue(8L);
    }
}
