package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for which frame. Reads all of {@code matches} by itself, without a group, from the moment it starts; a repeat
 * of an answer after a crash finds nobody waiting and is dropped. A frame that ended in {@code dead-letters} will have
 * no answer: whoever waits is told so. Safe for all threads.
 */
final class PendingAnswers implements AutoCloseable {
    private final Map<FrameId, CompletableFuture<Match>> waiting = new ConcurrentHashMap<>();
    private final TopicReader<Match> matches;
    private final TopicReader<byte[]> deadLetters;
    private volatile Optional<String> stopped = Optional.empty();

    PendingAnswers(KafkaSettings kafka) {
        var topics = kafka.topics();
        matches = new TopicReader<>(kafka, topics.matches(), StartOffset.LATEST, this::answered);
        deadLetters = new TopicReader<>(kafka, topics.deadLetters(), StartOffset.LATEST, this::deadLettered);
    }

    void start() {
        matches.start();
        deadLetters.start();
    }

    /** Completes with the answer for this frame, or with {@link FrameLostException}. Ask before the frame is sent. */
    CompletableFuture<Match> expect(FrameId frame) {
        var answer = new CompletableFuture<Match>();
        waiting.put(frame, answer);
        var unused = answer.whenComplete((match, failure) -> waiting.remove(frame, answer));
        stopped.ifPresent(why -> answer.completeExceptionally(new FrameLostException(why)));
        return answer;
    }

    /** Ends all waiting, also that which begins later. */
    void stop(String why) {
        stopped = Optional.of(why);
        List.copyOf(waiting.values()).forEach(answer -> answer.completeExceptionally(new FrameLostException(why)));
    }

    Health health() {
        return Health.merge(List.of(matches.health(), deadLetters.health()));
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null) {
            var answer = waiting.get(match.facts().id());
            if (answer != null) {
                answer.complete(match);
            }
        }
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
