package io.faceline.standalone.pipeline;

import static io.faceline.runtime.streams.Topologies.guarded;
import static io.faceline.runtime.streams.Topologies.produced;

import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.Topics;
import io.faceline.detector.CameraLane;
import io.faceline.detector.DetectorTopology;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.streams.Topologies;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/**
 * Turns frames of one lane into embeddings: detector and embedder in one JVM without the topic between them. The detections
 * of a frame are four times as large as the frame, and nothing else reads them.
 */
final class VisionTopology {
    private VisionTopology() {}

    static Topology build(
            Topics topics,
            Lane lane,
            CameraLane camera,
            Function<Frame, Detections> detectFaces,
            Function<Detections, Embeddings> embedFaces) {
        var builder = Topologies.builder();
        DetectorTopology.frames(builder, topics, lane, camera)
                .processValues(guarded(detectFaces, Frame::failedInternally), Named.as("detect-faces"))
                .mapValues(embedFaces::apply, Named.as("embed-faces"))
                .processValues(
                        FrameIdHeader.stamp(embeddings -> embeddings.facts().id()), Named.as("stamp-frame-id"))
                .selectKey((key, embeddings) -> embeddings.facts().session().value(), Named.as("key-by-session"))
                .to(topics.embeddings().name(), produced(topics.embeddings(), "write-embeddings"));
        return builder.build();
    }
}
