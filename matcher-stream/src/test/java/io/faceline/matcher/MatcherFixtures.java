package io.faceline.matcher;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.settings.Settings;
import java.util.List;
import java.util.Map;

/** The records that the sessions of Anna and Bert send, and the model and the settings that the matcher is run with. */
public final class MatcherFixtures {
    public static final MatchingFacts FACTS = new MatchingFacts(
            TestFrames.MODEL, TestEmbeddings.DIMENSION, TestFrames.THRESHOLDS, new Calibration(20, -9, 500));
    public static final MatcherSettings SETTINGS = settings(Map.of());
    public static final SessionId ANNA = new SessionId("anna");
    public static final SessionId BERT = new SessionId("bert");

    private MatcherFixtures() {}

    public static MatcherSettings settings(Map<String, String> environment) {
        return MatcherSettings.from(new Settings(environment));
    }

    public static FrameFacts facts(String id, SessionId session, Role role) {
        return TestFrames.facts().session(session).role(role).build(new FrameId(id));
    }

    public static Embeddings frame(FrameFacts facts, EmbeddedFace... faces) {
        return TestFrames.embeddings(facts, List.of(faces));
    }

    public static Embeddings probe(String id, SessionId session, Embedding embedding) {
        return frame(facts(id, session, new Role.Probe()), TestFaces.embedded(embedding));
    }

    public static Embeddings enrollment(String id, SessionId session, String person, Embedding embedding) {
        return frame(facts(id, session, enroll(session, person)), TestFaces.embedded(embedding));
    }

    static Role.Enrollment enroll(SessionId session, String person) {
        return new Role.Enrollment(
                new PersonId(person), person, session.isShared() ? Scope.SHARED : Scope.SESSION, false);
    }
}
