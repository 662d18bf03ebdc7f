package io.faceline.ingest.feeds;

import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refused records to the dead letters, as stages do: unchanged, with stage, cause and origin in headers. Each source
 * gets some letters, and all together as well: what is more is counted only, since whoever writes garbage is not to fill
 * that topic too. {@link #add} is confined to the reading thread.
 */
final class FeedLetters implements AutoCloseable {
    static final String STAGE = "ingest-feeds";
    static final Duration WINDOW = Duration.ofSeconds(10);
    static final int OF_SOURCE = 10;
    static final int OF_ALL = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FeedLetters.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_SOURCES = 1000;
    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final long PRODUCER_MEMORY_BYTES = 32L << 20;

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final Executor executor;
    private final FeedRoom room;
    private final OpenOffsets open;
    private final FeedMetrics metrics;
    private final FeedSettings settings;
    private final WindowRate all = new WindowRate(OF_ALL, WINDOW);
    private final Map<String, WindowRate> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WindowRate> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    FeedLetters(
            String topic,
            Producer<byte[], byte[]> producer,
            Executor executor,
            FeedRoom room,
            OpenOffsets open,
            FeedMetrics metrics,
            FeedSettings settings) {
        this.topic = topic;
        this.producer = producer;
        this.executor = executor;
        this.room = room;
        this.open = open;
        this.metrics = metrics;
        this.settings = settings;
    }

    static Producer<byte[], byte[]> producer(KafkaSettings kafka) {
        var properties = ClientProperties.producer(
                kafka, "ingest-feeds-letters-" + kafka.instanceId(), BatchingProfile.LOW_LATENCY);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_MEMORY_BYTES);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void add(FeedRecord refused, Exception cause) {
        if (!mayWrite(refused)) {
            metrics.letterLeftOut();
            open.done(refused.partition(), refused.offset());
            return;
        }
        var read = refused.read();
        LOG.warn(
                "event=dead_letter stage={} topic={} partition={} offset={} cause=\"{}\"",
                STAGE,
                read.topic(),
                read.partition(),
                read.offset(),
                cause.getMessage());
        var key = read.key() == null || read.key().length > MAX_KEY_BYTES ? null : read.key();
        var value = valueWithin(read);
        var headers = headers(read, cause);
        executor.execute(() -> write(refused, new ProducerRecord<>(topic, null, null, key, value, headers)));
    }

    private boolean mayWrite(FeedRecord refused) {
        var key = refused.read().key();
        // Keys that are no names share the letters of one source.
        var source = key == null || key.length > MAX_KEY_BYTES ? "" : new String(key, StandardCharsets.ISO_8859_1);
        Instant now = refused.now();
        return sources.computeIfAbsent(source, any -> new WindowRate(OF_SOURCE, WINDOW))
                        .take(now)
                && all.take(now);
    }

    /** None if it is larger than a picture may be, or there is no room: the headers locate the record. */
    private byte @Nullable [] valueWithin(ConsumerRecord<byte[], byte[]> read) {
        var value = read.value();
        return value != null && value.length <= settings.maxBytes() && room.take(value.length) ? value : null;
    }

    private static RecordHeaders headers(ConsumerRecord<byte[], byte[]> read, Exception cause) {
        var headers = bytes(read.headers().toArray()) > MAX_HEADER_BYTES
                ? new RecordHeaders()
                : new RecordHeaders(read.headers());
        DeadLetters.addHeaders(headers, STAGE, cause, read.topic(), read.partition(), read.offset());
        return headers;
    }

    private static long bytes(Header[] headers) {
        var bytes = 0L;
        for (var header : headers) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    private void write(FeedRecord refused, ProducerRecord<byte[], byte[]> letter) {
        try {
            var unused = producer.send(letter, (metadata, failure) -> written(refused, failure));
        } catch (RuntimeException e) {
            written(refused, e);
        } finally {
            // The producer has a copy.
            room.release(letter.value() == null ? 0 : letter.value().length);
        }
    }

    private void written(FeedRecord refused, @Nullable Exception failure) {
        if (failure != null) {
            LOG.warn("event=dead_letter_not_written stage={} cause=\"{}\"", STAGE, failure.toString());
        }
        open.done(refused.partition(), refused.offset());
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
