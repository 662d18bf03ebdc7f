package io.faceline.contracts.frame;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;

/** The facts of a probe, a photo that is the first frame of its source, and what a test changes. */
public final class FrameFactsBuilder {
    private SessionId session = TestFrames.SESSION;
    private Role role = new Role.Probe();
    private String source = TestFrames.SOURCE;
    private long sequence;
    private Instant capturedAt = TestFrames.NOW;
    private Double position;
    private FrameOptions options;
    private long minGalleryVersion = FrameFacts.ANY_GALLERY;

    FrameFactsBuilder() {}

    public FrameFactsBuilder session(SessionId changed) {
        session = changed;
        return this;
    }

    public FrameFactsBuilder role(Role changed) {
        role = changed;
        return this;
    }

    public FrameFactsBuilder source(String changed) {
        source = changed;
        return this;
    }

    public FrameFactsBuilder sequence(long changed) {
        sequence = changed;
        return this;
    }

    public FrameFactsBuilder capturedAt(Instant changed) {
        capturedAt = changed;
        return this;
    }

    /** A frame of a video, at so many seconds. */
    public FrameFactsBuilder position(Double changed) {
        position = changed;
        return this;
    }

    public FrameFactsBuilder minGalleryVersion(long changed) {
        minGalleryVersion = changed;
        return this;
    }

    public FrameFactsBuilder options(FrameOptions changed) {
        options = changed;
        return this;
    }

    /** With the id that source and sequence make. */
    public FrameFacts build() {
        return build(FrameId.of(source, sequence));
    }

    public FrameFacts build(FrameId id) {
        return new FrameFacts(id, session, role, source, sequence, capturedAt, position, minGalleryVersion, options);
    }
}
