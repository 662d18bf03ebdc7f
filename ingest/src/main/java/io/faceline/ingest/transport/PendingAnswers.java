package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.streams.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;

/**
 * The pending answers by frame. Reads all of {@code matches} without a consumer group, from its start on; an answer
 * repeated after a crash is pending no more and is ignored. The answer to a frame in {@code dead-letters} completes with
 * {@link FrameLostException}. Foreign records are recognised by their header and not deserialised: others write to
 * these topics as well, with any header. Thread-safe.
 */
final class PendingAnswers implements AutoCloseable {
    private final Map<String, CompletableFuture<Match>> waiting = new ConcurrentHashMap<>();
    private final TopicReader<Match> matches;
    private final TopicReader<byte[]> deadLetters;
    private final VisibleWrites visible;
    private volatile Optional<String> stopped = Optional.empty();

    /** @param visible says when the people and references of an enrollment can be read */
    PendingAnswers(KafkaSettings kafka, VisibleWrites visible) {
        var topics = kafka.topics();
        this.visible = visible;
        matches = TopicReader.uncommitted(kafka, topics.matches(), StartOffset.LATEST, this::answered)
                .where(this::mayAnswer);
        deadLetters = TopicReader.uncommitted(kafka, topics.deadLetters(), StartOffset.LATEST, this::deadLettered)
                .where(this::isOfWaiting);
    }

    void start() {
        matches.start();
        deadLetters.start();
    }

    /** Completes with the answer to this frame or {@link FrameLostException}. Call it before the frame is sent. */
    CompletableFuture<Match> expect(FrameId frame) {
        var answer = new CompletableFuture<Match>();
        waiting.put(frame.value(), answer);
        var unused = answer.whenComplete((match, failure) -> waiting.remove(frame.value(), answer));
        stopped.ifPresent(reason -> answer.completeExceptionally(new FrameLostException(reason)));
        return answer;
    }

    /** Fails all pending and future answers with this reason. */
    void stop(String reason) {
        stopped = Optional.of(reason);
        List.copyOf(waiting.values()).forEach(answer -> answer.completeExceptionally(new FrameLostException(reason)));
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        matches.onStop(callback);
        deadLetters.onStop(callback);
    }

    Health health() {
        return Health.merge(List.of(matches.health(), deadLetters.health()));
    }

    /** The matcher sets the header on every answer; an answer without one is read. */
    boolean mayAnswer(Headers headers) {
        return FrameIdHeader.in(headers).map(waiting::containsKey).orElse(true);
    }

    boolean isOfWaiting(Headers headers) {
        return FrameIdHeader.in(headers).map(waiting::containsKey).orElse(false) && !DeadLetters.isAnswered(headers);
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null) {
            var answer = waiting.get(match.facts().id().value());
            if (answer != null) {
                // It is read before its transaction ends. If that is aborted, the frame is answered once more.
                visible.completeOnceVisible(answer, read, Match::visibleFrom, NotYetVisibleException::new);
            }
        }
    }

    private void deadLettered(ConsumedRecord<byte[]> read) {
        read.frameId()
                .map(waiting::get)
                .ifPresent(answer -> answer.completeExceptionally(FrameLostException.deadLetter()));
    }

    @Override
    public void close() {
        matches.close();
        deadLetters.close();
    }
}
