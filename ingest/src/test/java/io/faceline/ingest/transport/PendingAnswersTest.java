package io.faceline.ingest.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.streams.DeadLetters;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The readers of answers go on, whatever stands in the headers and values of the topics. */
@Tag("slow")
class PendingAnswersTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final FrameId FRAME = TestFrames.facts(1).id();

    private final KafkaSettings kafka = BROKER.settings();
    private VisibleWrites visible;
    private PendingAnswers answers;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        var people = new TableReader<>(kafka, kafka.topics().people());
        visible = new VisibleWrites(kafka, people, SOON);
        answers = new PendingAnswers(kafka, visible);
        answers.start();
    }

    @AfterEach
    void close() {
        answers.close();
        visible.close();
    }

    @Test
    void answerArrives_afterHeadersThatAreNoIds() {
        var answer = answers.expect(FRAME);
        for (var topic : new String[] {
            kafka.topics().deadLetters().name(), kafka.topics().matches().name()
        }) {
            send(topic, null);
            send(topic, "front door #1".getBytes(UTF_8));
            send(topic, new byte[] {-1, 0, 7});
            send(topic, new byte[0]);
        }
        var match = TestFrames.match(TestFrames.facts(1)).build();
        try (var sender = new RecordSender(kafka, "test")) {
            sender.send(kafka.topics().matches(), "session", match, FRAME).join();
        }

        await().atMost(SOON).until(answer::isDone);

        assertThat(answer.join()).isEqualTo(match);
        await().atMost(SOON).until(() -> answers.health().equals(Health.GOOD));
    }

    @Test
    void answerIsLost_deadLetterOfTheFrame() {
        var answer = answers.expect(FRAME);
        send(kafka.topics().deadLetters().name(), FRAME.value().getBytes(UTF_8));

        await().atMost(SOON).until(answer::isDone);

        assertThatThrownBy(answer::join).hasCauseInstanceOf(FrameLostException.class);
    }

    @Test
    void foreignRecordsAreNotRead_byTheirHeader() {
        var unused = answers.expect(FRAME);

        assertThat(answers.mayAnswer(headers("job/2".getBytes(UTF_8)))).isFalse();
        assertThat(answers.mayAnswer(headers(FRAME.value().getBytes(UTF_8)))).isTrue();
        assertThat(answers.mayAnswer(new RecordHeaders())).isTrue();
        assertThat(answers.isOfWaiting(new RecordHeaders())).isFalse();
        assertThat(answers.isOfWaiting(headers(FRAME.value().getBytes(UTF_8)))).isTrue();
    }

    @Test
    void answerIsAwaited_deadLetterOfAFrameThatWasAnswered() {
        var unused = answers.expect(FRAME);
        var headers = headers(FRAME.value().getBytes(UTF_8));
        headers.add(DeadLetters.ANSWERED, "true".getBytes(UTF_8));

        assertThat(answers.isOfWaiting(headers)).isFalse();
    }

    private void send(String topic, byte[] frameId) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, null, null, "garbage".getBytes(UTF_8), headers(frameId)));
        }
    }

    private static RecordHeaders headers(byte[] frameId) {
        var headers = new RecordHeaders();
        headers.add("frame-id", frameId);
        return headers;
    }
}
