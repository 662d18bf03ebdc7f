package io.faceline.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Frame;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records that a stage cannot work on: each is set aside, and the stage goes on. */
@Tag("slow")
class DeadLettersTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private final KafkaSettings kafka = BROKER.settings();
    private CopyingStage stage;

    @BeforeEach
    void open() {
        stage = new CopyingStage(kafka);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void unreadableRecordIsADeadLetter_stageGoesOn() {
        stage.sendPoison("poison");
        stage.send("good");
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.awaitImages("good");

            var letter = stage.deadLetters(1).get(0);
            assertThat(new String(letter.value(), UTF_8)).isEqualTo("\"no frame\"");
            assertThat(CopyingStage.headers(letter))
                    .containsEntry("stage", "copy")
                    .containsEntry("frame-id", "poison")
                    .containsEntry("origin-topic", stage.input().name())
                    .containsEntry("origin-partition", "0")
                    .containsEntry("origin-offset", "0")
                    .containsKeys("cause", "message");
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void recordWithoutValueIsADeadLetter_stageGoesOn() {
        stage.sendEmpty("empty");
        stage.send("good");
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.awaitImages("good");

            assertThat(CopyingStage.headers(stage.deadLetters(1).get(0)))
                    .containsEntry("frame-id", "empty")
                    .containsEntry("message", "the record has no value");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void badRecordIsADeadLetter_alsoAsACause() {
        UnaryOperator<Frame> work = frame -> {
            switch (CopyingStage.image(frame)) {
                case "bad" -> throw new BadRecordException("bad");
                case "wrapped" -> throw new IllegalStateException(new BadRecordException("wrapped"));
                default -> {
                    return frame;
                }
            }
        };
        try (var service = stage.started(work)) {
            stage.send("bad");
            stage.send("wrapped");
            stage.send("good");

            stage.awaitImages("good");
            assertThat(stage.deadLetters(2))
                    .allSatisfy(letter -> assertThat(CopyingStage.headers(letter))
                            .containsEntry("cause", BadRecordException.class.getName())
                            .containsEntry("frame-id", "job/0"))
                    .extracting(letter -> CopyingStage.headers(letter).get("message"))
                    .containsExactly("bad", "wrapped");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void unreadableRecordIsADeadLetter_headerWithoutAValue() {
        stage.sendRaw("garbage", null, System.currentTimeMillis());
        stage.sendRaw("garbage", new byte[] {-1, 0}, System.currentTimeMillis());
        stage.send("good");
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.awaitImages("good");

            assertThat(stage.deadLetters(2)).hasSize(2);
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void recordIsWorkedOn_withoutATimestamp() {
        stage.sendRaw("garbage", "poison".getBytes(UTF_8), -1);
        stage.sendWithoutTimestamp("no time");
        stage.send("good");
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.awaitImages("no time", "good");

            assertThat(stage.deadLetters(1)).hasSize(1);
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void originIsADeadLetter_outputTooLarge() {
        var tooLarge = "x".repeat(17 * 1024 * 1024);
        UnaryOperator<Frame> work =
                frame -> CopyingStage.image(frame).equals("grow") ? CopyingStage.frame(tooLarge) : frame;
        try (var service = stage.started(work)) {
            stage.send("grow");
            stage.send("good");

            stage.awaitImages("good");
            assertThat(CopyingStage.headers(stage.deadLetters(1).get(0)))
                    .containsEntry("cause", RecordTooLargeException.class.getName())
                    .containsEntry("frame-id", "job/0")
                    .containsEntry("origin-offset", "0");
            assertThat(service.health().live()).isTrue();
        }
    }
}
