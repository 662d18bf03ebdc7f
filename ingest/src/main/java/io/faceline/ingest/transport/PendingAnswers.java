package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.kafka.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pending answers by frame. Reads all of {@code matches} without a consumer group, from its start on; an answer
 * repeated after a crash is pending no more and is ignored. The answer to a frame in {@code dead-letters} completes with
 * {@link FrameLostException}. Thread-safe.
 */
final class PendingAnswers implements AutoCloseable {
    private final Map<FrameId, CompletableFuture<Match>> waiting = new ConcurrentHashMap<>();
    private final TopicReader<Match> matches;
    private final TopicReader<byte[]> deadLetters;
    private final VisibleWrites visible;
    private volatile Optional<String> stopped = Optional.empty();

    /** @param visible says when the people and references of an enrollment can be read */
    PendingAnswers(KafkaSettings kafka, VisibleWrites visible) {
        var topics = kafka.topics();
        this.visible = visible;
        matches = TopicReader.uncommitted(kafka, topics.matches(), StartOffset.LATEST, this::answered);
        deadLetters = TopicReader.uncommitted(kafka, topics.deadLetters(), StartOffset.LATEST, this::deadLettered);
    }

    void start() {
        matches.start();
        deadLetters.start();
    }

    /** Completes with the answer to this frame or {@link FrameLostException}. Call it before the frame is sent. */
    CompletableFuture<Match> expect(FrameId frame) {
        var answer = new CompletableFuture<Match>();
        waiting.put(frame, answer);
        var unused = answer.whenComplete((match, failure) -> waiting.remove(frame, answer));
        stopped.ifPresent(reason -> answer.completeExceptionally(new FrameLostException(reason)));
        return answer;
    }

    /** Fails all pending and future answers with this reason. */
    void stop(String reason) {
        stopped = Optional.of(reason);
        List.copyOf(waiting.values()).forEach(answer -> answer.completeExceptionally(new FrameLostException(reason)));
    }

    Health health() {
        return Health.merge(List.of(matches.health(), deadLetters.health()));
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null) {
            var answer = waiting.get(match.facts().id());
            if (answer != null) {
                read.written()
                        .ifPresentOrElse(
                                written -> completeOnceVisible(answer, match, written), () -> answer.complete(match));
            }
        }
    }

    /** The answer is read before its transaction ends. If it is aborted, the frame is answered once more. */
    private void completeOnceVisible(CompletableFuture<Match> answer, Match match, Written written) {
        var unused = visible.whenVisible(written).whenComplete((version, failure) -> {
            if (failure == null) {
                answer.complete(match.visibleFrom(version));
            } else {
                answer.completeExceptionally(new NotYetVisibleException(match));
            }
        });
    }

    private void deadLettered(ConsumedRecord<byte[]> read) {
        read.frameId()
                .map(FrameId::new)
                .map(waiting::get)
                .ifPresent(answer -> answer.completeExceptionally(FrameLostException.deadLetter()));
    }

    @Override
    public void close() {
        matches.close();
        deadLetters.close();
    }
}
