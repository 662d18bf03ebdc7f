package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serialises a session's references as CBOR, byte for byte like {@link RecordSerde}. Every enrollment rewrites the
 * whole session, so the bytes of each reference are cached for about as long as the reference is reachable.
 * Thread-safe.
 */
public final class EnrollmentsSerde implements Serde<SessionEnrollments> {
    private static final int OPEN_MAP = 0xbf;
    private static final int TEXT = 0x60;
    private static final int ARRAY = 0x80;
    private static final int END = 0xff;
    private static final byte[] FIELD = "references".getBytes(StandardCharsets.US_ASCII);

    private final Serializer<Reference> references =
            RecordSerde.cbor(Reference.class).serializer();
    private final Deserializer<SessionEnrollments> reader =
            RecordSerde.cbor(SessionEnrollments.class).deserializer();
    private final Map<ReferenceId, Encoded> encoded = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Serializer<SessionEnrollments> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<SessionEnrollments> deserializer() {
        return reader;
    }

    private byte @Nullable [] write(@Nullable SessionEnrollments enrollments) {
        return enrollments == null
                ? null
                : join(enrollments.references().stream().map(this::encode).toList());
    }

    private byte[] encode(Reference reference) {
        var cached = encoded.get(reference.id());
        if (cached != null && cached.of.refersTo(reference)) {
            return cached.bytes;
        }
        var bytes = references.serialize("", reference);
        encoded.put(reference.id(), new Encoded(new WeakReference<>(reference), bytes));
        return bytes;
    }

    /** A map of indefinite length with one field, whose value is an array of known length. */
    private static byte[] join(List<byte[]> parts) {
        var head = head(parts.size());
        var length = parts.stream().mapToInt(part -> part.length).sum();
        var joined = ByteBuffer.allocate(head.length + length + 1).put(head);
        parts.forEach(joined::put);
        return joined.put((byte) END).array();
    }

    private static byte[] head(int count) {
        var head = new ByteArrayOutputStream();
        head.write(OPEN_MAP);
        head.write(TEXT + FIELD.length);
        head.writeBytes(FIELD);
        head.writeBytes(arrayOf(count));
        return head.toByteArray();
    }

    /** RFC 8949, section 3: a length below 24 is in the first byte, a larger one in the next one, two or four bytes. */
    private static byte[] arrayOf(int count) {
        if (count < 24) {
            return new byte[] {(byte) (ARRAY + count)};
        }
        if (count < 1 << 8) {
            return new byte[] {(byte) (ARRAY + 24), (byte) count};
        }
        if (count < 1 << 16) {
            return new byte[] {(byte) (ARRAY + 25), (byte) (count >> 8), (byte) count};
        }
        return ByteBuffer.allocate(5).put((byte) (ARRAY + 26)).putInt(count).array();
    }

    /**
     * The bytes of one object: the same id may refer to a different reference in another session, or to a moved one.
     */
    private static final class Encoded {
        private final WeakReference<Reference> of;
        private final byte[] bytes;

        Encoded(WeakReference<Reference> of, byte[] bytes) {
            this.of = of;
            this.bytes = bytes;
        }
    }
}
