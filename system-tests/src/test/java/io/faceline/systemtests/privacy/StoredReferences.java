package io.faceline.systemtests.privacy;

import static org.awaitility.Awaitility.await;

import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The references of the shared gallery and of all sessions, as Kafka keeps them. */
record StoredReferences(Pipeline pipeline, TopicRecords topics) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ENROLLMENTS = "faceline.matcher-enrollments-changelog";

    /** As the records write it: 32-bit floats, little endian. A session's is written at the next commit. */
    byte[] embeddingOf(String person) {
        var embedding = await().atMost(PATIENCE)
                .until(() -> find(person), Optional::isPresent)
                .orElseThrow()
                .embedding();
        var bytes = ByteBuffer.allocate(embedding.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        return bytes.array();
    }

    private Optional<Reference> find(String person) {
        return Stream.concat(pipeline.readGallery().stream(), ofSessions())
                .filter(reference -> reference.person().value().equals(person))
                .findFirst();
    }

    private Stream<Reference> ofSessions() {
        var serde = RecordSerde.cbor(SessionEnrollments.class).deserializer();
        return topics.read(ENROLLMENTS).stream()
                .filter(read -> read.value() != null)
                .flatMap(read -> serde.deserialize(ENROLLMENTS, read.value()).references().stream());
    }
}
