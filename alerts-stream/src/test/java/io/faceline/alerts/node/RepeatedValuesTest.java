package io.faceline.alerts.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedValuesTest {
    private final List<String> worked = new ArrayList<>();

    @Test
    void sameObject_isWrittenOnce_anotherIsNot() {
        var writing = RepeatedValues.<String>writing((topic, value) -> {
            worked.add(value);
            return bytes(value);
        });

        var first = writing.serialize("topic", "one");
        assertThat(writing.serialize("topic", "one")).isSameAs(first).isEqualTo(bytes("one"));
        assertThat(writing.serialize("topic", "two")).isEqualTo(bytes("two"));
        assertThat(writing.serialize("topic", "one")).isEqualTo(bytes("one"));
        assertThat(worked).containsExactly("one", "two", "one");
    }

    @Test
    void sameBytes_areReadOnce_othersAreNot() {
        var reading = RepeatedValues.<String>reading((topic, bytes) -> {
            worked.add(text(bytes));
            return text(bytes);
        });

        var first = reading.deserialize("topic", bytes("one"));
        assertThat(reading.deserialize("topic", bytes("one"))).isSameAs(first).isEqualTo("one");
        assertThat(reading.deserialize("topic", bytes("two"))).isEqualTo("two");
        assertThat(worked).containsExactly("one", "two");
    }

    @Test
    void whatIsLarge_isNotKept() {
        var large = "x".repeat(RepeatedValues.MAX_BYTES + 1);
        var writing = RepeatedValues.<String>writing((topic, value) -> {
            worked.add("written");
            return bytes(value);
        });
        var reading = RepeatedValues.<String>reading((topic, bytes) -> {
            worked.add("read");
            return text(bytes);
        });

        for (var i = 0; i < 2; i++) {
            assertThat(reading.deserialize("topic", writing.serialize("topic", large)))
                    .isEqualTo(large);
        }
        assertThat(worked).containsExactly("written", "read", "written", "read");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
