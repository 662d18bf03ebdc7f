package io.faceline.matcher;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The records that the golden bytes of the matcher were written with. They stay as they are, whatever other tests use. */
final class GoldenFixtures {
    static final String MODEL = "tiny@00000000";
    static final int DIMENSION = 16;
    static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4, 0.05, 0.45);
    static final MatchingFacts FACTS = new MatchingFacts(MODEL, DIMENSION, THRESHOLDS, new Calibration(20, -9, 500));
    static final MatcherSettings SETTINGS = settings(Map.of());
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final SessionId ANNA = new SessionId("anna");
    static final Quality GOOD = new Quality(0.9, 120, 0.8, 0.5, 0, 0, 0);
    static final BoundingBox BOX = new BoundingBox(0.4, 0.4, 0.2, 0.2);

    private GoldenFixtures() {}

    static MatcherSettings settings(Map<String, String> environment) {
        return MatcherSettings.from(new Settings(environment));
    }

    /** The embedding of the n-th of a number of humans who do not resemble each other at all. */
    static Embedding human(int n) {
        return human(n, 1);
    }

    /** A photo of the n-th human, of this similarity to {@link #human(int)}, and none to the others. */
    static Embedding human(int n, double similarity) {
        var values = new float[DIMENSION];
        values[n] = (float) similarity;
        values[DIMENSION - 1] = (float) Math.sqrt(1 - similarity * similarity);
        return Embedding.normalised(values);
    }

    static Face face(int index, BoundingBox box, double confidence, Quality quality) {
        var point = new Point(0.5, 0.5);
        return new Face(index, box, new Landmarks(point, point, point, point, point), confidence, quality);
    }

    static Face face(Quality quality) {
        return face(0, BOX, 0.99, quality);
    }

    static EmbeddedFace embedded(Face face, Embedding embedding) {
        return new EmbeddedFace(face, embedding, null, Blob.wrap(new byte[] {1, 2, 3}));
    }

    static EmbeddedFace embedded(Embedding embedding) {
        return embedded(face(GOOD), embedding);
    }

    static Faces<EmbeddedFace> faces(EmbeddedFace... faces) {
        return new Faces<>(1000, 1000, List.of(faces));
    }

    static FrameFacts facts(String id, SessionId session, Role role) {
        return new FrameFacts(new FrameId(id), session, role, "job", 0, NOW, null, FrameFacts.ANY_GALLERY);
    }

    static Embeddings frame(FrameFacts facts, EmbeddedFace... faces) {
        return new Embeddings(facts, MODEL, Outcome.made(faces(faces)));
    }

    static Embeddings probe(String id, SessionId session, Embedding embedding) {
        return frame(facts(id, session, new Role.Probe()), embedded(embedding));
    }

    static Embeddings enrollment(String id, SessionId session, String person, Embedding embedding) {
        return frame(facts(id, session, enroll(session, person)), embedded(embedding));
    }

    static Role.Enrollment enroll(SessionId session, String person) {
        return new Role.Enrollment(
                new PersonId(person), person, session.isShared() ? Scope.SHARED : Scope.SESSION, false);
    }

    static Reference reference(String id, String person, Embedding embedding) {
        return new Reference(new ReferenceId(id), new PersonId(person), embedding, MODEL, 0.9, NOW);
    }
}
