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
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Reads the frames of one lane and writes detections with the same key. */
public final class DetectorTopology {
    private DetectorTopology() {}

    static Topology build(Topics topics, Lane lane, CameraLane camera, Function<Frame, Detections> detectFaces) {
        var builder = Topologies.builder();
        frames(builder, topics, lane, camera)
                .processValues(guarded(detectFaces, Frame::failedInternally), Named.as("detect-faces"))
                .processValues(
                        FrameIdHeader.stamp(detections -> detections.facts().id()), Named.as("stamp-frame-id"))
                .to(topics.detections(lane).name(), produced(topics, lane));
        return builder.build();
    }

    /** The frames of a lane; in the camera lane, those that are not decoded are dropped or failed. */
    public static KStream<String, Frame> frames(StreamsBuilder builder, Topics topics, Lane lane, CameraLane camera) {
        var frames = read(builder, topics.frames(lane), "read-frames");
        return switch (lane) {
            case LIVE, BULK -> frames;
            case CAMERA -> frames.processValues(() -> new ApplyRules(camera.get()), Named.as("apply-rules"));
        };
    }

    /** The bulk lane is partitioned round-robin; the others are partitioned by key and keep the order. */
    private static Produced<String, Detections> produced(Topics topics, Lane lane) {
        var byKey = Topologies.produced(topics.detections(lane), "write-detections");
        return switch (lane) {
            case LIVE, CAMERA -> byKey;
            case BULK -> byKey.withStreamPartitioner(DetectorTopology::partition);
        };
    }

    private static Optional<Set<Integer>> partition(String topic, String key, Detections detections, int count) {
        return Optional.of(Set.of(BulkPartitions.of(detections.facts().id().value(), count)));
    }
}
