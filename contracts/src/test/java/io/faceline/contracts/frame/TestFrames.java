package io.faceline.contracts.frame;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.List;

/** Frames for tests and what the stages make of them: probes of one session unless a test says otherwise. */
public final class TestFrames {
    public static final SessionId SESSION = new SessionId("session");
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final String SOURCE = "job";
    public static final String MODEL = "model@1";
    public static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4, 0.05, 0.45);
    public static final Outcome<Blob> IMAGE = Outcome.made(Blob.wrap(new byte[] {1, 2, 3}));

    private TestFrames() {}

    public static FrameFactsBuilder facts() {
        return new FrameFactsBuilder();
    }

    public static FrameFacts facts(long sequence) {
        return facts().sequence(sequence).build();
    }

    public static FrameFacts facts(long sequence, Role role) {
        return facts().sequence(sequence).role(role).build();
    }

    public static Frame frame(long sequence) {
        return frame(sequence, new Role.Probe(), IMAGE);
    }

    public static Frame frame(long sequence, Role role, Outcome<Blob> image) {
        return new Frame(facts(sequence, role), image);
    }

    public static Embeddings embeddings(FrameFacts facts, List<EmbeddedFace> faces) {
        return new Embeddings(facts, MODEL, Outcome.made(faces(faces)));
    }

    /** Of a picture of 1280 × 720. */
    public static <F> Faces<F> faces(List<F> faces) {
        return new Faces<>(1280, 720, faces);
    }

    /** An answer that says there is no face. */
    public static MatchBuilder match(FrameFacts facts) {
        return new MatchBuilder(facts);
    }
}
