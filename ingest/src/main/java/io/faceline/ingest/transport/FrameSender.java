package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.topic.BulkPartitions;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.VisibleWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends frames to Kafka and returns the one answer to each. Thread-safe. */
public final class FrameSender implements RetryingFrameSender.FrameTransport, HealthCheck, AutoCloseable {
    private final KafkaSettings kafka;
    private final Topics topics;
    private final Duration answerTimeout;
    private final RecordSender live;
    private final RecordSender bulk;
    private final RecordSender camera;
    private final PendingAnswers answers;
    private final DiskSpace disk;

    /**
     * Opens one producer per lane.
     *
     * @param answerTimeout time without an answer after which a frame fails
     * @param visible says when the people and references of an enrollment can be read
     * @param disk of Kafka; while it is full, no frame is sent
     */
    public FrameSender(KafkaSettings kafka, Duration answerTimeout, VisibleWrites visible, DiskSpace disk) {
        this.disk = disk;
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.answerTimeout = answerTimeout;
        this.live = sender(kafka, Lane.LIVE);
        this.bulk = sender(kafka, Lane.BULK);
        this.camera = sender(kafka, Lane.CAMERA);
        this.answers = new PendingAnswers(kafka, visible);
    }

    private static RecordSender sender(KafkaSettings kafka, Lane lane) {
        return new RecordSender(kafka, "ingest-" + lane.label() + "-" + kafka.instanceId(), BatchingProfile.of(lane));
    }

    /** Returns once every later answer will be received. */
    public void start() {
        answers.start();
    }

    /**
     * The answer, or {@link FrameLostException}, {@link NotYetVisibleException}, {@link
     * java.util.concurrent.TimeoutException}, or {@link ProblemException} when the disk is full.
     */
    public CompletableFuture<Match> request(Lane lane, Frame frame, TraceParent trace) {
        var answer = expect(frame.facts().id()).orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        var unused = publish(lane, frame, trace).whenComplete((metadata, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(rejected(failure));
            }
        });
        return answer;
    }

    @Override
    public CompletableFuture<Match> expect(FrameId frame) {
        return answers.expect(frame);
    }

    @Override
    public CompletableFuture<?> publish(Lane lane, Frame frame) {
        return publish(lane, frame, TraceParent.NONE);
    }

    @Override
    public CompletableFuture<?> publish(Embeddings embeddings) {
        var facts = embeddings.facts();
        return whileDiskHasRoom(
                () -> bulk.send(topics.embeddings(), facts.session().value(), embeddings, facts.id()));
    }

    static RuntimeException rejected(Throwable failure) {
        return failure instanceof ProblemException refusal
                ? refusal
                : new FrameLostException("Kafka did not accept the frame: " + failure.getMessage());
    }

    private CompletableFuture<?> publish(Lane lane, Frame frame, TraceParent trace) {
        return whileDiskHasRoom(() -> send(lane, frame, trace));
    }

    private CompletableFuture<?> whileDiskHasRoom(Supplier<CompletableFuture<?>> send) {
        try {
            disk.require();
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
        return send.get();
    }

    private CompletableFuture<?> send(Lane lane, Frame frame, TraceParent trace) {
        var id = frame.facts().id();
        return switch (lane) {
            case LIVE -> live.send(topics.frames(lane), frame.facts().source(), frame, id, trace.headers());
            case CAMERA -> camera.send(topics.frames(lane), frame.facts().source(), frame, id, trace.headers());
            case BULK -> {
                var partition = BulkPartitions.of(
                        id.value(), kafka.partitions().of(topics.frames(lane).spread()));
                yield bulk.send(topics.frames(lane), partition, id.value(), frame, id, trace.headers());
            }
        };
    }

    /** Fails all pending and future answers with this reason. */
    public void stop(String reason) {
        answers.stop(reason);
    }

    /** Registers a callback for when a bug stops the reading of answers. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        answers.onStop(callback);
    }

    @Override
    public Health health() {
        return answers.health();
    }

    /** Registers the metrics of Kafka's producers. */
    public void bindTo(MeterRegistry registry) {
        live.bindTo(registry);
        bulk.bindTo(registry);
        camera.bindTo(registry);
    }

    @Override
    public void close() {
        live.close();
        bulk.close();
        camera.close();
        answers.close();
    }
}
