package io.faceline.detector;

import static io.faceline.runtime.streams.Topologies.guarded;
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

/** Reads the frames of one lane and writes detections with the same key. */
public final class DetectorTopology {
    private DetectorTopology() {}

    public static Topology build(Topics topics, Lane lane, Function<Frame, Detections> detectFaces) {
        var builder = Topologies.builder();
        read(builder, topics.frames(lane), "read-frames")
                .processValues(guarded(detectFaces, Frame::failedInternally), Named.as("detect-faces"))
                .processValues(
                        FrameIdHeader.stamp(detections -> detections.facts().id()), Named.as("stamp-frame-id"))
                .to(topics.detections(lane).name(), produced(topics, lane));
        return builder.build();
    }

    /** The live lane is partitioned by key and keeps the order; the bulk lane is partitioned round-robin. */
    private static Produced<String, Detections> produced(Topics topics, Lane lane) {
        var byKey = Topologies.produced(topics.detections(lane), "write-detections");
        return switch (lane) {
            case LIVE -> byKey;
            case BULK -> byKey.withStreamPartitioner(DetectorTopology::partition);
        };
    }

    private static Optional<Set<Integer>> partition(String topic, String key, Detections detections, int count) {
        return Optional.of(Set.of(BulkPartitions.of(detections.facts().id().value(), count)));
    }
}
