package io.faceline.matcher;

import static org.awaitility.Awaitility.await;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;

/** Sends frames and changes to a running matcher and waits for its answers. */
final class Client implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final TopicReader<Match> matches;
    private final TopicReader<ChangeAnswer> answers;
    private final Map<String, Match> byFrame = new ConcurrentHashMap<>();
    private final Map<String, ChangeAnswer> byChange = new ConcurrentHashMap<>();

    Client(KafkaSettings kafka) {
        this.kafka = kafka;
        sender = new RecordSender(kafka, "client");
        matches = new TopicReader<>(
                kafka,
                kafka.topics().matches(),
                StartOffset.LATEST,
                read -> byFrame.put(read.value().facts().id().value(), read.value()));
        answers = new TopicReader<>(
                kafka,
                kafka.topics().changeAnswers(),
                StartOffset.LATEST,
                read -> byChange.put(read.value().changeId(), read.value()));
        matches.start();
        answers.start();
    }

    Match ask(Embeddings frame) {
        send(frame);
        return answer(frame);
    }

    void send(Embeddings frame) {
        byFrame.remove(frame.facts().id().value());
        sender.send(
                        kafka.topics().embeddings(),
                        frame.facts().session().value(),
                        frame,
                        frame.facts().id())
                .join();
    }

    Match answer(Embeddings frame) {
        var id = frame.facts().id().value();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(1)).until(() -> byFrame.containsKey(id));
        return byFrame.get(id);
    }

    ChangeAnswer ask(Change change) {
        sender.send(kafka.topics().changes(), change.session().value(), change, null)
                .join();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(1)).until(() -> byChange.containsKey(change.id()));
        return byChange.get(change.id());
    }

    <V> void send(Topic<V> topic, String key, V value) {
        sender.send(topic, key, value, null).join();
    }

    void poison(String topic, String key) {
        send(new Topic<>(topic, Serdes.ByteArray(), Topic.Spread.ONE, Map.of()), key, new byte[] {1});
    }

    @Override
    public void close() {
        matches.close();
        answers.close();
        sender.close();
    }
}
