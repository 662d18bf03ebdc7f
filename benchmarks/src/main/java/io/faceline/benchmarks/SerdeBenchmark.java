package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.FrameIdHeader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Serialises and deserialises the records of a frame with two faces, on one thread, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SerdeBenchmark {
    private static final int FRAME_BYTES = 60_000;
    private static final int CROP_BYTES = 6_000;
    private static final int DIMENSION = 512;
    private static final Instant CAPTURED = Instant.parse("2026-11-28T09:10:11.123Z");

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final FrameFacts facts = facts();
    private final Frame frame = new Frame(facts, Outcome.made(Blob.wrap(new byte[FRAME_BYTES])));
    private final Embeddings embeddings = embeddings();
    private final Match match = match();
    private final Headers foreign = foreign();

    private static FrameFacts facts() {
        return new FrameFacts(
                FrameId.of("job-1", 1),
                SessionId.ofSecret("secret"),
                new Role.Probe(),
                "job-1",
                1,
                CAPTURED,
                1.5,
                FrameFacts.ANY_GALLERY);
    }

    private static Headers foreign() {
        var headers = new RecordHeaders();
        FrameIdHeader.put(headers, FrameId.of("job-1", 1));
        return headers;
    }

    private static Face face(int index) {
        var point = new Point(0.4, 0.4);
        return new Face(
                index,
                new BoundingBox(0.3, 0.3, 0.2, 0.3),
                new Landmarks(point, point, point, point, point),
                0.99,
                new Quality(0.8, 120, 0.7, 0.5, 1, 2, 3));
    }

    private Embeddings embeddings() {
        var values = new float[DIMENSION];
        var random = new Random(7);
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        var embedding = Embedding.normalised(values);
        var crop = Blob.wrap(new byte[CROP_BYTES]);
        return new Embeddings(
                facts,
                "model",
                Outcome.made(new Faces<>(
                        640,
                        360,
                        List.of(
                                new EmbeddedFace(face(0), embedding, 3.5, crop),
                                new EmbeddedFace(face(1), embedding, 3.5, crop)))));
    }

    private Match match() {
        var person = new Candidate(new PersonId("person"), io.faceline.contracts.identity.Scope.SESSION, 0.7);
        var known = new Identification(Decision.MATCH, List.of(person), 0.7, 0.95, List.of());
        return new Match(
                facts,
                Outcome.made(new Faces<>(
                        640, 360, List.of(new MatchedFace(face(0), known), new MatchedFace(face(1), known)))),
                "model",
                new Thresholds(0.48, 0.4, 0.05, 0.41),
                3,
                CAPTURED,
                null,
                null);
    }

    @Benchmark
    public Frame frame() {
        return roundTrip(topics.frames(Lane.BULK), frame);
    }

    @Benchmark
    public Embeddings embeddingsOfTwoFaces() {
        return roundTrip(topics.embeddings(), embeddings);
    }

    @Benchmark
    public Match matchOfTwoFaces() {
        return roundTrip(topics.matches(), match);
    }

    /** What each answer costs the matcher's thread to be a CloudEvent. */
    @Benchmark
    public Headers headersOfAMatch() {
        var headers = new RecordHeaders(foreign);
        CloudEvent.of(match).writeTo(headers);
        return headers;
    }

    private static <V> V roundTrip(Topic<V> topic, V value) {
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
    }
}
