package io.faceline.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTableTest extends TableContract {
    private static final String UNREADABLE = "unreadable";

    private KeyValueStore<String, String> store;

    @BeforeEach
    void open() {
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("table"), Serdes.String(), serde())
                .withLoggingDisabled()
                .build();
        var context = new MockProcessorContext<String, String>().getStateStoreContext();
        store.init(context, store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Table<String> table() {
        return new StoreTable<>(store);
    }

    @Test
    void unreadableEntry_countsAsAbsent() {
        var table = table();
        table.write("a", "one");
        table.write("b", UNREADABLE);
        table.write("c", "two");

        assertThat(table.read("b")).isEmpty();
        assertThat(table.where(value -> true)).containsOnlyKeys("a", "c");
    }

    /** Of texts, one of which cannot be read back. */
    private static Serde<String> serde() {
        return Serdes.serdeFrom(new StringSerializer(), (topic, bytes) -> {
            var text = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            if (UNREADABLE.equals(text)) {
                throw new SerializationException(text);
            }
            return text;
        });
    }
}
