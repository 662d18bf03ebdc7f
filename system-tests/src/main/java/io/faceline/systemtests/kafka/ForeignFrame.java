package io.faceline.systemtests.kafka;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;

/** Frames as other programs write them to Kafka. */
public final class ForeignFrame {
    private ForeignFrame() {}

    /** A probe of a source with one frame per second, captured now. */
    public static Frame probe(SessionId session, String source, long sequence, Blob image) {
        var facts = new FrameFacts(
                FrameId.of(source, sequence),
                session,
                new Role.Probe(),
                source,
                sequence,
                Instant.now(),
                (double) sequence,
                FrameFacts.ANY_GALLERY);
        return new Frame(facts, Outcome.made(image));
    }
}
