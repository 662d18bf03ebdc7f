package io.faceline.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RawProducer;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.StartPosition;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/**
 * The smallest stage there is: it reads the live frames and writes what some work makes of them as bulk frames. With the
 * topics around it, of which it knows what comes out. The images of its frames are texts.
 */
final class CopyingStage implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private final KafkaSettings kafka;
    private final List<String> images = new CopyOnWriteArrayList<>();
    private final RecordSender sender;
    private final TopicReader<Frame> results;

    CopyingStage(KafkaSettings kafka) {
        this.kafka = kafka;
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
        results = new TopicReader<>(
                kafka, kafka.topics().frames(Lane.BULK), StartOffset.EARLIEST, read -> images.add(image(read.value())));
        results.start();
    }

    StreamsService started(UnaryOperator<Frame> work) {
        return started(kafka, work);
    }

    static StreamsService started(KafkaSettings kafka, UnaryOperator<Frame> work) {
        var service = service(kafka, work);
        service.start();
        return service;
    }

    StreamsService service(UnaryOperator<Frame> work) {
        return service(kafka, work);
    }

    static StreamsService service(KafkaSettings kafka, UnaryOperator<Frame> work) {
        return new StreamsService("copy", topology(kafka.topics(), work), kafka, 1);
    }

    private static Topology topology(Topics topics, UnaryOperator<Frame> work) {
        var bulk = topics.frames(Lane.BULK);
        var builder = Topologies.builder();
        Topologies.read(builder, topics.frames(Lane.LIVE), "read")
                .processValues(Topologies.guarded(work, Frame::failedInternally), Named.as("work"))
                .processValues(FrameIdHeader.stamp(frame -> frame.facts().id()), Named.as("stamp"))
                .to(bulk.name(), Topologies.produced(bulk, "write"));
        return builder.build();
    }

    static Frame frame(String image) {
        var bytes = Blob.wrap(image.getBytes(UTF_8));
        return TestFrames.frame(0, new Role.Probe(), Outcome.made(bytes));
    }

    static String image(Frame frame) {
        return frame.image()
                .fold(
                        blob -> new String(blob.toByteArray(), UTF_8),
                        reason -> "dropped",
                        (code, message) -> "failed: " + code);
    }

    Topic<Frame> input() {
        return kafka.topics().frames(Lane.LIVE);
    }

    void send(String image) {
        var frame = frame(image);
        sender.send(input(), "key", frame, frame.facts().id()).join();
    }

    /** A record without a value. */
    void sendEmpty(String frameId) {
        sender.send(input(), "key", null, new FrameId(frameId)).join();
    }

    void sendPoison(String frameId) {
        var raw = new Topic<>(input().name(), RecordSerde.json(String.class), Topic.Spread.LANE, Map.of());
        sender.send(raw, "key", "no frame", new FrameId(frameId)).join();
    }

    /** A record as a stranger may write it: with any header, or one without a value, and without a timestamp: -1. */
    void sendRaw(String value, byte[] frameId, long timestamp) {
        sendRaw(value.getBytes(UTF_8), frameId, timestamp);
    }

    /** A frame without a timestamp. */
    void sendWithoutTimestamp(String image) {
        var frame = frame(image);
        sendRaw(
                input().valueSerde().serializer().serialize(input().name(), frame),
                frame.facts().id().value().getBytes(UTF_8),
                -1);
    }

    private void sendRaw(byte[] value, byte[] frameId, long timestamp) {
        var headers = new RecordHeaders().add("frame-id", frameId);
        try (var producer = new RawProducer(kafka)) {
            producer.send(input().name(), 0, null, value, headers, timestamp);
        }
    }

    /** What has come out so far. */
    List<String> images() {
        return images;
    }

    void awaitImages(String... expected) {
        // A thread that ends by a record is replaced, and not the test's concern.
        await().dontCatchUncaughtExceptions()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(images).containsExactly(expected));
    }

    List<ConsumerRecord<String, byte[]>> deadLetters(int count) {
        var letters = new CopyOnWriteArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                ClientProperties.reader(kafka, "letters"), new StringDeserializer(), new ByteArrayDeserializer())) {
            StartPosition.seek(consumer, kafka.topics().deadLetters().name(), StartOffset.EARLIEST);
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
                return letters.size() >= count;
            });
        }
        return letters;
    }

    static Map<String, String> headers(ConsumerRecord<?, ?> letter) {
        var headers = new HashMap<String, String>();
        letter.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        results.close();
        sender.close();
    }
}
