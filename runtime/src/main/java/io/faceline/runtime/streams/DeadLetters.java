package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.kafka.FrameIdHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the dead letter of a record: its unmodified bytes, its own headers (including the frame id) and the headers
 * below, all text. If Streams has already freed the bytes after a record was forwarded, the letter is empty and the
 * origin headers locate the record.
 */
public final class DeadLetters {
    /** The stage that could not process the record. */
    public static final String STAGE = "stage";
    /** Class of the root cause. */
    public static final String CAUSE = "cause";

    public static final String MESSAGE = "message";
    public static final String TOPIC = "origin-topic";
    public static final String PARTITION = "origin-partition";
    public static final String OFFSET = "origin-offset";

    /** Present if the frame was also answered, as failed: who waits for the answer gets that. */
    public static final String ANSWERED = "answered";

    /** Configuration key that passes the stage's name to handlers created by Kafka Streams. */
    static final String STAGE_CONFIG = "faceline.stage";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String topic;
    private final String stage;

    DeadLetters(Map<String, ?> config) {
        topic = String.valueOf(config.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
        stage = String.valueOf(config.get(STAGE_CONFIG));
    }

    String topic() {
        return topic;
    }

    /** Creates and logs the letter. */
    List<ProducerRecord<byte[], byte[]>> of(ErrorHandlerContext context, Throwable failure) {
        return of(context, context.sourceRawKey(), context.sourceRawValue(), context.headers(), failure);
    }

    /** As {@link #of(ErrorHandlerContext, Throwable)}, of a record that was set aside. */
    List<ProducerRecord<byte[], byte[]>> of(ErrorHandlerContext context, Throwable failure, boolean isAnswered) {
        var letters = of(context, failure);
        if (isAnswered) {
            letters.forEach(letter -> add(letter.headers(), ANSWERED, "true"));
        }
        return letters;
    }

    /** Whether the record of this letter was also answered. */
    public static boolean isAnswered(Headers headers) {
        return headers.lastHeader(ANSWERED) != null;
    }

    List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Throwable failure) {
        var cause = Throwables.root(failure);
        log(context, headers, cause);
        var letter = new ProducerRecord<>(topic, null, timestamp(context), key, value, headers);
        addHeaders(
                letter.headers(), stage, cause, String.valueOf(context.topic()), context.partition(), context.offset());
        return List.of(letter);
    }

    /** Says of a record which stage gave it up for which cause, and where it was. */
    public static void addHeaders(
            Headers headers, String stage, Throwable cause, String topic, int partition, long offset) {
        // The record's sender is not to say that it was answered.
        headers.remove(ANSWERED);
        add(headers, STAGE, stage);
        add(headers, CAUSE, cause.getClass().getName());
        add(headers, MESSAGE, String.valueOf(cause.getMessage()));
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
    }

    private void log(ErrorHandlerContext context, Headers headers, Throwable cause) {
        LOG.warn(
                "event=dead_letter stage={} topic={} partition={} offset={} frame={} cause={}",
                stage,
                context.topic(),
                context.partition(),
                context.offset(),
                FrameIdHeader.in(headers).orElse("-"),
                cause.getClass().getName());
    }

    private static @Nullable Long timestamp(ErrorHandlerContext context) {
        var isTime = context.timestamp() >= 0 && context.timestamp() <= System.currentTimeMillis();
        // Without one the producer sets the present time. The broker refuses one far ahead.
        return isTime ? context.timestamp() : null;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
