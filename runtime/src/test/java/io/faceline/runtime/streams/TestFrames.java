package io.faceline.runtime.streams;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.FrameIdHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/** Frames with text instead of an image, and a minimal stage. */
public final class TestFrames {
    private TestFrames() {}

    public static Frame frame(long sequence, String image) {
        var facts = new FrameFacts(
                FrameId.of("test", sequence),
                new SessionId("session"),
                new Role.Probe(),
                "test",
                sequence,
                Instant.EPOCH,
                null,
                FrameFacts.ANY_GALLERY);
        return new Frame(facts, Outcome.made(Blob.of(image.getBytes(StandardCharsets.UTF_8))));
    }

    static String image(Frame frame) {
        return frame.image()
                .fold(
                        blob -> new String(blob.toByteArray(), StandardCharsets.UTF_8),
                        reason -> "dropped",
                        (code, message) -> "failed");
    }

    /** Reads live frames and writes the results of {@code work} as bulk frames. */
    static Topology copying(Topics topics, UnaryOperator<Frame> work) {
        var bulk = topics.frames(Lane.BULK);
        var builder = Topologies.builder();
        Topologies.read(builder, topics.frames(Lane.LIVE), "read")
                .mapValues(work::apply, Named.as("work"))
                .processValues(FrameIdHeader.stamp(frame -> frame.facts().id()), Named.as("stamp"))
                .to(bulk.name(), Topologies.produced(bulk, "write"));
        return builder.build();
    }
}
