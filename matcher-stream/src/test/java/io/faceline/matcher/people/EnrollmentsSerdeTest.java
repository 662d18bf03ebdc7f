package io.faceline.matcher.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.TestReferences;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentsSerdeTest {
    private final Serde<SessionEnrollments> plain = RecordSerde.cbor(SessionEnrollments.class);
    private final EnrollmentsSerde serde = new EnrollmentsSerde();
    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 24, 255, 256, 5000, 65_535, 65_536})
    void bytes_areThoseOfThePlainSerde_forAnyNumber(int count) {
        var enrollments = new SessionEnrollments(
                IntStream.range(0, count).mapToObj(this::reference).toList());

        var bytes = write(serde, enrollments);

        assertThat(bytes).isEqualTo(write(plain, enrollments)).isEqualTo(write(serde, enrollments));
        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(enrollments);
    }

    @Test
    void changedReference_isEncodedAgain() {
        var before = reference(1);
        var after = before.of(reference(2).person());

        for (var reference : List.of(before, after, before)) {
            var enrollments = new SessionEnrollments(List.of(reference));
            assertThat(write(serde, enrollments)).isEqualTo(write(plain, enrollments));
        }
    }

    @Test
    void tombstone_staysOne_andTruncatedBytesAreRefused() {
        assertThat(write(serde, null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {(byte) 0xbf}))
                .isInstanceOf(SerializationException.class);
    }

    private Reference reference(int n) {
        return TestReferences.reference("r" + n, "p" + n, TestEmbeddings.anyone(random, 3));
    }

    private static byte[] write(Serde<SessionEnrollments> serde, SessionEnrollments value) {
        return serde.serializer().serialize("t", value);
    }
}
