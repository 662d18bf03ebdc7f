package io.faceline.tracking;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Frames of 1280 × 720 with faces of known similarity, and records that contain them. */
public final class TestVideo {
    public static final SessionId SESSION = TestFrames.SESSION;
    public static final String JOB = "job-1";
    public static final PersonId LIN = new PersonId("lin");
    public static final PersonId ANNA = new PersonId("anna");

    private static final int DIMENSION = 256;

    private final Random random;

    public TestVideo(long seed) {
        random = new Random(seed);
    }

    /** Somebody, who hardly resembles anybody else. */
    public Embedding somebody() {
        return TestEmbeddings.anyone(random, DIMENSION);
    }

    /** The same person again, of about this similarity. */
    public Embedding again(Embedding person, double similarity) {
        var noise = somebody().toArray();
        var away = Math.sqrt(1 - similarity * similarity);
        var values = person.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) (similarity * values[i] + away * noise[i]);
        }
        return Embedding.normalised(values);
    }

    /** Somebody who does not resemble this person at all. */
    Embedding unlike(Embedding person) {
        var somebody = somebody();
        var values = somebody.toArray();
        var common = somebody.similarity(person);
        var persons = person.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] -= (float) (common * persons[i]);
        }
        return Embedding.normalised(values);
    }

    static AnsweredFrame frame(long sequence, double position, TestFace... faces) {
        var facts = facts(sequence, position);
        return new AnsweredFrame(match(facts, faces), Optional.of(embeddings(facts, faces)));
    }

    public static AnsweredFrame lost(long sequence, double position) {
        return new AnsweredFrame(
                TestFrames.match(facts(sequence, position))
                        .outcome(Outcome.failed(FailureCode.values()[0], "a test"))
                        .build(),
                Optional.empty());
    }

    public static FrameFacts facts(long sequence, Double position) {
        return facts(JOB, sequence, position, new Role.Probe());
    }

    public static FrameFacts facts(String job, long sequence, Double position, Role role) {
        return TestFrames.facts()
                .session(SESSION)
                .role(role)
                .source(job)
                .sequence(sequence)
                .position(position)
                .build();
    }

    public static Match match(FrameFacts facts, TestFace... faces) {
        return TestFrames.match(facts)
                .faces(IntStream.range(0, faces.length)
                        .mapToObj(index -> faces[index].matched(index))
                        .toList())
                .build();
    }

    public static Embeddings embeddings(FrameFacts facts, TestFace... faces) {
        var embedded = IntStream.range(0, faces.length)
                .mapToObj(index -> faces[index].embedded(index))
                .toList();
        return TestFrames.embeddings(facts, embedded);
    }

    public static List<Long> sequences(List<AnsweredFrame> frames) {
        return frames.stream().map(frame -> frame.facts().sequence()).toList();
    }
}
