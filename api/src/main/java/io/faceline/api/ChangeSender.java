package io.faceline.api;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.NotYetVisibleException;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.runtime.concurrent.PendingFutures;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.VisibleWrites;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends changes to the matcher and returns its answers. Thread-safe. */
public final class ChangeSender implements ChangeClient, HealthCheck, AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final Duration answerTimeout;
    private final Map<String, CompletableFuture<ChangeAnswer>> waiting = new ConcurrentHashMap<>();
    private final PendingFutures pending = new PendingFutures(ProblemException::stopping);
    private final RecordSender sender;
    private final TopicReader<ChangeAnswer> answers;
    private final VisibleWrites visible;

    /**
     * Opens a producer.
     *
     * @param answerTimeout time without an answer after which the change fails
     * @param visible says when a change can be read
     */
    public ChangeSender(KafkaSettings kafka, Duration answerTimeout, VisibleWrites visible) {
        this.visible = visible;
        this.kafka = kafka;
        this.answerTimeout = answerTimeout;
        this.sender = new RecordSender(kafka, "api-" + kafka.instanceId());
        this.answers = new TopicReader<>(kafka, kafka.topics().changeAnswers(), StartOffset.LATEST, this::answered);
    }

    /** Returns once every later answer will be received. */
    public void start() {
        answers.start();
    }

    /**
     * Completes with the matcher's answer, which may reject the change; with {@link NotYetVisibleException} if it was
     * made and cannot be read yet; or with {@link java.util.concurrent.TimeoutException}, after which the change may or
     * may not have been made.
     */
    @Override
    public CompletableFuture<ChangeAnswer> send(Change change) {
        var answer = new CompletableFuture<ChangeAnswer>();
        waiting.put(change.id(), answer);
        var unused = answer.whenComplete((made, failure) -> waiting.remove(change.id()));
        var unusedToo = sender.send(kafka.topics().changes(), change.session().value(), change, null)
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    }
                });
        return pending.add(answer.orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits briefly for the answers under way; requests without one are told that the service stops. */
    void stop() {
        pending.stop(STOP_TIMEOUT);
    }

    private void answered(ConsumedRecord<ChangeAnswer> read) {
        var answer = read.value();
        if (answer != null) {
            var expected = waiting.get(answer.changeId());
            if (expected != null) {
                visible.completeOnceVisible(
                        expected, read, ChangeAnswer::visibleFrom, unseen -> new NotYetVisibleException());
            }
        }
    }

    /** Registers a callback for when a bug stops the reading of answers. Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        answers.onStop(callback);
    }

    @Override
    public Health health() {
        return answers.health();
    }

    @Override
    public void close() {
        sender.close();
        answers.close();
    }
}
