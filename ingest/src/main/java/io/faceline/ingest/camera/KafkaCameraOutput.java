package io.faceline.ingest.camera;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.ingest.camera.run.CameraOutput;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.ingest.transport.SendFrame;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what cameras make to Kafka. A preview or a state that Kafka does not take is not sent again: the next one follows in a
 * moment. Thread-safe.
 */
final class KafkaCameraOutput implements CameraOutput, MeterBinder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaCameraOutput.class);

    private final Topics topics;
    private final FrameSender frames;
    private final FrameMetrics metrics;
    private final SendFrame counted;
    private final RecordSender sender;

    /** Opens a producer. */
    KafkaCameraOutput(KafkaSettings kafka, FrameSender frames, FrameMetrics metrics) {
        this.topics = kafka.topics();
        this.frames = frames;
        this.metrics = metrics;
        this.counted = metrics.over(frames::request);
        this.sender = new RecordSender(kafka, "ingest-cameras-" + kafka.instanceId());
    }

    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame) {
        return counted.request(lane, frame);
    }

    @Override
    public void dropped(Lane lane, Frame frame, DropReason reason) {
        metrics.dropped(lane, reason);
        notice(frames.publish(lane, frame), "frame", frame.facts().source());
    }

    @Override
    public void preview(CameraPreview preview) {
        send(topics.previews(), preview.camera(), preview, List.of());
    }

    @Override
    public void state(CameraState state) {
        send(topics.cameraStates(), state.camera(), state, CloudEvent.of(state).headers());
    }

    @Override
    public void deleted(CameraId camera) {
        var event = CloudEvent.deleted(PublicTopic.CAMERA_STATES, camera.value(), Instant.now());
        send(topics.cameraStates(), camera, null, event.headers());
    }

    private <V> void send(Topic<V> topic, CameraId camera, @Nullable V value, List<Header> headers) {
        notice(sender.send(topic, camera.value(), value, null, headers), topic.name(), camera.value());
    }

    private static void notice(CompletableFuture<?> sent, String what, String camera) {
        var unused = sent.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debug("event=camera_record_lost camera={} what={}", camera, what, failure);
            }
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        sender.bindTo(registry);
    }

    @Override
    public void close() {
        sender.close();
    }
}
