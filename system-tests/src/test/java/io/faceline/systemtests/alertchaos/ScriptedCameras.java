package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Sighting;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.alertchaos.Scene.Stay;
import io.faceline.systemtests.chaos.RoundNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Cameras with five answered frames a second each, as the matcher writes them for the tracker: the scene, and then empty rooms.
 * A frame is sent when its time has come, whatever became of Kafka. Thread-safe.
 */
final class ScriptedCameras implements AutoCloseable {
    private static final long MILLIS_OF_FRAME = 200;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double PROBE_SECONDS = 3;
    private static final int PATIENCE_MILLIS = 180_000;
    private static final int PROBE_FACE = 10;
    private static final int FACES_IN_A_ROW = 4;

    private final Producer<String, byte[]> producer;
    private final KafkaSettings kafka;
    private final RoundNotes notes;
    private final Instant start;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;
    private volatile List<Stay> stays = Scene.stays();

    /** Starts the scene. */
    ScriptedCameras(KafkaSettings kafka, RoundNotes notes) {
        this.kafka = kafka;
        this.notes = notes;
        producer = new KafkaProducer<>(properties(kafka), new StringSerializer(), new ByteArraySerializer());
        start = Instant.ofEpochMilli(System.currentTimeMillis());
        thread = DaemonThreads.of("scripted-cameras", this::run);
        thread.start();
    }

    /** It waits for Kafka for as long as that may be away. */
    private static Map<String, Object> properties(KafkaSettings kafka) {
        var properties =
                new HashMap<>(ClientProperties.producer(kafka, "scripted-cameras", BatchingProfile.LOW_LATENCY));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return properties;
    }

    Instant start() {
        return start;
    }

    /** Somebody new comes into the hall now. */
    void probe() {
        var from = Duration.between(start, Instant.now()).toMillis() / MILLIS_PER_SECOND + 1;
        var all = new ArrayList<>(stays);
        all.add(new Stay(Scene.HALL, PROBE_FACE, Optional.of(Scene.ZED), from, from + PROBE_SECONDS));
        stays = List.copyOf(all);
    }

    private void run() {
        try {
            for (var sequence = 0L; !isEndedBy(sequence); sequence++) {
                for (var source : Scene.SOURCES) {
                    send(source, sequence);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the time of a frame. */
    private boolean isEndedBy(long sequence) throws InterruptedException {
        var wait = Duration.between(Instant.now(), at(sequence)).toMillis();
        return ending.await(wait, TimeUnit.MILLISECONDS);
    }

    private Instant at(long sequence) {
        return start.plusMillis(sequence * MILLIS_OF_FRAME);
    }

    private void send(String source, long sequence) {
        var topic = kafka.topics().sightings();
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), sighting(source, sequence));
        var written = at(sequence).toEpochMilli();
        var unused =
                producer.send(new ProducerRecord<>(topic.name(), null, written, source, bytes), (metadata, failure) -> {
                    if (failure != null && ending.getCount() > 0) {
                        notes.violation("a frame of " + source + " was not taken: " + failure);
                    }
                });
    }

    private Sighting sighting(String source, long sequence) {
        var facts = TestFrames.facts()
                .session(new SessionId(SessionId.CAMERA_PREFIX + source))
                .source(source)
                .sequence(sequence)
                .capturedAt(at(sequence))
                .position(null)
                .build();
        var second = sequence * MILLIS_OF_FRAME / MILLIS_PER_SECOND;
        var seen = stays.stream()
                .filter(stay -> stay.source().equals(source) && stay.isAt(second))
                .toList();
        var matched = new ArrayList<MatchedFace>();
        var embedded = new ArrayList<EmbeddedFace>();
        for (var stay : seen) {
            var face = TestFaces.face(matched.size(), box(stay.face()));
            matched.add(new MatchedFace(face, identification(stay)));
            embedded.add(embedded(face, stay.face()));
        }
        return new Sighting(TestFrames.match(facts).faces(matched).build(), TestFrames.embeddings(facts, embedded));
    }

    private static EmbeddedFace embedded(Face face, int number) {
        return TestFaces.embedded(face, TestEmbeddings.human(number));
    }

    private static BoundingBox box(int face) {
        return new BoundingBox(0.05 + 0.22 * (face % FACES_IN_A_ROW), 0.1 + 0.25 * (face / FACES_IN_A_ROW), 0.12, 0.2);
    }

    private static Identification identification(Stay stay) {
        return stay.named()
                .map(ScriptedCameras::match)
                .orElseGet(() -> new Identification(Decision.UNKNOWN, List.of(), null, null, List.of()));
    }

    private static Identification match(PersonId person) {
        var similarity = 0.7;
        return new Identification(
                Decision.MATCH, List.of(new Candidate(person, Scope.SHARED, similarity)), similarity, 0.95, List.of());
    }

    /** Idempotent. */
    @Override
    public void close() {
        ending.countDown();
        thread.interrupt();
        producer.close(Duration.ZERO);
    }
}
