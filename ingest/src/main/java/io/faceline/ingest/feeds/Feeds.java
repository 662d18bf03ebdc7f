package io.faceline.ingest.feeds;

import io.faceline.contracts.topic.Topics;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.vision.image.decode.ImageLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes frames of the pictures that others write to the topic {@code feeds}. Thread-safe. */
public final class Feeds implements HealthCheck, MeterBinder, AutoCloseable {
    /** With the prefix of the topics, as the groups of the stages. */
    private static final String GROUP = "ingest-feeds";

    private static final int MAX_POLL_RECORDS = 50;
    /** The data of one partition in one fetch; a larger record is fetched alone. */
    private static final int PARTITION_FETCH_BYTES = 1 << 20;

    private static final int HEARTBEATS_PER_SESSION = 3;
    private static final int MAX_HEARTBEAT_MILLIS = 3000;

    private final FeedSettings settings;
    private final String topic;
    private final ExecutorService frameExecutor = oneThread("send-feeds");
    /** Whatever holds up dead letters holds up no picture. */
    private final ExecutorService letterExecutor = oneThread("send-feeds-letters");

    private final FeedMetrics metrics;
    private final FeedLetters letters;
    private final FeedReader reader;

    /** @param limits of a picture, by its header */
    public Feeds(
            FeedSettings settings, ImageLimits limits, KafkaSettings kafka, FrameSender frames, FrameMetrics counts) {
        this(settings, limits, kafka, FeedTransport.over(frames, counts));
    }

    Feeds(FeedSettings settings, ImageLimits limits, KafkaSettings kafka, FeedTransport transport) {
        this.settings = settings;
        var topics = kafka.topics();
        topic = topics.feeds().name();
        var sources = new FeedSources(settings);
        var room = new FeedRoom();
        var open = new OpenOffsets();
        metrics = new FeedMetrics(sources::count, room::taken);
        letters = new FeedLetters(
                topics.deadLetters().name(),
                FeedLetters.producer(kafka),
                letterExecutor,
                room,
                open,
                metrics,
                settings);
        var queue = new FeedQueue(transport, frameExecutor, room, open, metrics);
        var take = new TakeFeeds(settings, new FeedRules(settings, limits), sources, queue, letters, open, metrics);
        reader = new FeedReader(
                topic,
                () -> new KafkaConsumer<>(consumer(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                open,
                take::take,
                new SkipStale(settings.staleAfter(), open, metrics),
                InstantSource.system());
    }

    /** Does nothing more once it is shut down: what is left is read again at the next start. */
    private static ExecutorService oneThread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.called(name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Map<String, Object> consumer(KafkaSettings kafka) {
        var name = GROUP + "-" + kafka.instanceId();
        var session = kafka.sessionTimeout().toMillis();
        var properties = new HashMap<>(ClientProperties.reader(kafka, name));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.topicPrefix() + GROUP);
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                Math.min(MAX_HEARTBEAT_MILLIS, session / HEARTBEATS_PER_SESSION));
        // Nobody waits for pictures of before the first start.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        // The open transaction of one writer must not hold up all others.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.MAX_RECORD_BYTES);
        return properties;
    }

    /** The topic that takes pictures; empty if it is not read. */
    public Optional<String> topic() {
        return settings.enabled() ? Optional.of(topic) : Optional.empty();
    }

    /** Starts reading, if the settings say so. Waits some seconds at most until what is written will be read. */
    public synchronized void start() {
        if (settings.enabled() && !reader.isStarted()) {
            reader.start();
        }
    }

    /** Registers a callback for when a bug stops the reader. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics.bindTo(registry);
    }

    @Override
    public void close() {
        reader.close();
        frameExecutor.shutdown();
        letterExecutor.shutdown();
        letters.close();
    }
}
