package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import java.util.ArrayList;
import java.util.List;

/** A face for tests, unknown and of good quality by default. */
public record TestFace(BoundingBox box, Embedding embedding, double score, Identification identification) {
    private static final Identification UNKNOWN =
            new Identification(Decision.UNKNOWN, List.of(), null, null, List.of());

    /** A face of a tenth of the width and height with this upper left corner. */
    public static TestFace at(double x, double y, Embedding embedding) {
        return new TestFace(new BoundingBox(x, y, 0.1, 0.1), embedding, 0.9, UNKNOWN);
    }

    TestFace poor() {
        return new TestFace(box, embedding, 0.2, identification);
    }

    TestFace score(double score) {
        return new TestFace(box, embedding, score, identification);
    }

    public TestFace match(PersonId person, double similarity, double confidence) {
        return decided(Decision.MATCH, person, similarity, confidence);
    }

    /** A match that a person of the same name is as similar to. */
    TestFace matchBeside(PersonId person, PersonId namesake, double similarity) {
        var candidates = List.of(
                new Candidate(person, Scope.SHARED, similarity),
                new Candidate(namesake, Scope.SHARED, similarity - 0.01));
        return new TestFace(
                box,
                embedding,
                score,
                new Identification(Decision.MATCH, candidates, similarity, 0.95, List.of(Reason.SAME_NAME)));
    }

    /** The same, with the reference that it resembles most. */
    TestFace resembling(String reference) {
        var first = identification.candidates().get(0);
        var told = new Candidate(first.person(), first.scope(), first.similarity(), new ReferenceId(reference));
        var candidates = new ArrayList<>(identification.candidates());
        candidates.set(0, told);
        return new TestFace(
                box,
                embedding,
                score,
                new Identification(
                        identification.decision(),
                        candidates,
                        identification.similarity(),
                        identification.confidence(),
                        identification.reasons()));
    }

    TestFace uncertain(PersonId person, double similarity, double confidence) {
        return decided(Decision.UNCERTAIN, person, similarity, confidence);
    }

    private TestFace decided(Decision decision, PersonId person, double similarity, double confidence) {
        var candidates = List.of(new Candidate(person, Scope.SHARED, similarity));
        return new TestFace(
                box,
                embedding,
                score,
                new Identification(decision, candidates, similarity, confidence, List.of(Reason.SMALL_FACE)));
    }

    MatchedFace matched(int index) {
        return new MatchedFace(face(index), identification);
    }

    EmbeddedFace embedded(int index) {
        return TestFaces.embedded(face(index), embedding);
    }

    private Face face(int index) {
        return TestFaces.face(index, box, TestFaces.quality(score));
    }
}
