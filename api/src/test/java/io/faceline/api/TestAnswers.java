package io.faceline.api;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Answers to frames at five frames a second; faces at the same position have the same embedding. */
public final class TestAnswers {
    private static final double STEP_SECONDS = 0.2;
    private static final int PLACES = 10;

    private TestAnswers() {}

    public static Match match(SessionId session, String source, long sequence, MatchedFace... faces) {
        return match(session, source, sequence, new Role.Probe(), faces);
    }

    public static Match match(SessionId session, String source, long sequence, Role role, MatchedFace... faces) {
        var facts = TestFrames.facts()
                .session(session)
                .role(role)
                .source(source)
                .sequence(sequence)
                .capturedAt(TestPeople.THEN)
                .position(STEP_SECONDS * sequence)
                .build();
        return TestFrames.match(facts)
                .faces(faces)
                .answeredAt(answeredAt(sequence))
                .build();
    }

    public static Instant answeredAt(long sequence) {
        return TestPeople.THEN.plusMillis(200 * sequence);
    }

    /** The embeddings behind the answer. */
    public static Embeddings embeddings(Match match) {
        return new Embeddings(
                asked(match.facts()),
                TestFrames.MODEL,
                match.outcome()
                        .then(made -> Outcome.made(made.with(
                                made.faces().stream().map(TestAnswers::embedded).toList()))));
    }

    /** An enrollment has a name until it is answered. */
    private static FrameFacts asked(FrameFacts answered) {
        return answered.role() instanceof Role.Enrollment role
                ? answered.withRole(new Role.Enrollment(role.person(), "Lin", role.scope(), role.allowLookalike()))
                : answered;
    }

    private static EmbeddedFace embedded(MatchedFace face) {
        return new EmbeddedFace(face.face(), embedding(face.face().box()), 3.5, Blob.wrap(TestPeople.JPEG));
    }

    private static Embedding embedding(BoundingBox box) {
        var values = new float[PLACES];
        values[(int) (box.x() * PLACES)] = 1;
        return Embedding.normalised(values);
    }

    /** The face of a person at one of ten positions. */
    public static MatchedFace match(int index, int place, String person) {
        return face(index, place, Decision.MATCH, new Candidate(new PersonId(person), Scope.SESSION, 0.6));
    }

    public static MatchedFace uncertain(int index, int place, Candidate... candidates) {
        return face(index, place, Decision.UNCERTAIN, candidates);
    }

    public static MatchedFace unknown(int index, int place) {
        return face(index, place, Decision.UNKNOWN);
    }

    public static MatchedFace face(int index, int place, Decision decision, Candidate... candidates) {
        var x = place / (double) PLACES;
        var similarity = IntStream.of(candidates.length)
                .filter(count -> count > 0)
                .mapToObj(count -> candidates[0].similarity())
                .findFirst()
                .orElse(null);
        return new MatchedFace(
                TestFaces.face(index, new BoundingBox(x, 0.4, 0.09, 0.09)),
                new Identification(
                        decision, List.of(candidates), similarity, similarity == null ? null : 0.9, List.of()));
    }
}
