package io.faceline.embedder;

import static io.faceline.runtime.streams.Topologies.guarded;
import static io.faceline.runtime.streams.Topologies.produced;
import static io.faceline.runtime.streams.Topologies.read;

import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.streams.Topologies;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/** Reads the detections of one lane and writes embeddings keyed by session, which joins both lanes. */
public final class EmbedderTopology {
    private EmbedderTopology() {}

    public static Topology build(Topics topics, Lane lane, Function<Detections, Embeddings> embedFaces) {
        var builder = Topologies.builder();
        read(builder, topics.detections(lane), "read-detections")
                .processValues(guarded(embedFaces, Detections::failedInternally), Named.as("embed-faces"))
                .processValues(
                        FrameIdHeader.stamp(embeddings -> embeddings.facts().id()), Named.as("stamp-frame-id"))
                .selectKey((key, embeddings) -> embeddings.facts().session().value(), Named.as("key-by-session"))
                .to(topics.embeddings().name(), produced(topics.embeddings(), "write-embeddings"));
        return builder.build();
    }
}
