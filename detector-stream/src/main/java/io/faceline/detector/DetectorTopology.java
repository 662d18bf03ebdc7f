package io.faceline.detector;

import static io.faceline.runtime.streams.Topologies.produced;
import static io.faceline.runtime.streams.Topologies.read;

import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.BulkPartitions;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.streams.Topologies;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Frames of one lane go in, detections come out under the same key. */
public final class DetectorTopology {
    private DetectorTopology() {}

    public static Topology build(Topics topics, Lane lane, Function<Frame, Detections> detectFaces) {
        var builder = Topologies.builder();
        read(builder, topics.frames(lane), "read-frames")
                .mapValues(detectFaces::apply, Named.as("detect-faces"))
                .processValues(
                        FrameIdHeader.stamp(detections -> detections.facts().id()), Named.as("stamp-frame-id"))
                .to(topics.detections(lane).name(), written(topics, lane));
        return builder.build();
    }

    /** The live lane goes by its key and keeps its order; the bulk lane goes frame after frame to the next partition. */
    private static Produced<String, Detections> written(Topics topics, Lane lane) {
        var produced = produced(topics.detections(lane), "write-detections");
        return switch (lane) {
            case LIVE -> produced;
            case BULK -> produced.withStreamPartitioner(DetectorTopology::partition);
        };
    }

    private static Optional<Set<Integer>> partition(String topic, String key, Detections detections, int count) {
        return Optional.of(Set.of(BulkPartitions.of(detections.facts().id().value(), count)));
    }
}
