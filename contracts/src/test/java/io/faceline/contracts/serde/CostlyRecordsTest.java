package io.faceline.contracts.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.ThreadMXBean;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What records of others cost that are as large as a record may be, and hold nothing but small values. */
class CostlyRecordsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int VALUES = 15_000_000;
    private static final long MEBIBYTE = 1 << 20;

    private final RecordSerde<Frame> frames = RecordSerde.cbor(Frame.class);

    /** Writes the fields of a record around the values. */
    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    @Test
    void roleOfManyValues_costsLittle() throws IOException {
        assertRefused(frame(out -> {
            out.writeObjectFieldStart("facts");
            out.writeObjectFieldStart("role");
            out.writeFieldName("x");
            values(out);
            out.writeStringField("kind", "probe");
            out.writeEndObject();
            out.writeEndObject();
        }));
    }

    @Test
    void imageOfManyValues_costsLittle() throws IOException {
        assertRefused(frame(out -> {
            out.writeObjectFieldStart("image");
            out.writeFieldName("x");
            values(out);
            out.writeStringField("kind", "made");
            out.writeEndObject();
        }));
    }

    @Test
    void unknownFieldOfManyValues_costsLittle() throws IOException {
        assertRefused(frame(out -> {
            out.writeFieldName("x");
            values(out);
        }));
    }

    @Test
    void answerOfManyValues_costsLittle() {
        var json = "{\"x\":[" + "{},".repeat(5_000_000) + "{}]}";
        var matches = new Topics("").matches().valueSerde().deserializer();
        var bytes = json.getBytes(StandardCharsets.US_ASCII);
        var before = allocated();

        assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> {
            Match ignored = matches.deserialize("t", bytes);
            assertThat(ignored).isNull();
        });

        assertThat(allocated() - before).isLessThan(200 * MEBIBYTE);
    }

    private void assertRefused(byte[] record) {
        var topic = new Topics("").frames(Lane.CAMERA).name();
        var before = allocated();
        var start = System.nanoTime();

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> frames.deserializer().deserialize(topic, record));

        assertThat(allocated() - before).isLessThan(200 * MEBIBYTE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    private static byte[] frame(Fields fields) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = Mappers.CBOR.createGenerator(bytes)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void values(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (var i = 0; i < VALUES; i++) {
            out.writeStartArray(null, 0);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
