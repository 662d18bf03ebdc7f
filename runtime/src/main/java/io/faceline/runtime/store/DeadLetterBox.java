package io.faceline.runtime.store;

import io.faceline.runtime.streams.DeadLetters;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buffers bad records of the shared topics until they are sent to the dead letters. The global store thread cannot
 * send, so the next active task sends them. A bad record is reported again at every start while it is retained.
 * Thread-safe.
 */
public final class DeadLetterBox {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterBox.class);
    private static final int MAX_LETTERS = 1000;

    private final String stage;
    private final Queue<Record<String, byte[]>> letters = new ArrayBlockingQueue<>(MAX_LETTERS);

    public DeadLetterBox(String stage) {
        this.stage = stage;
    }

    void add(Record<String, byte[]> bad, RecordMetadata origin, Throwable failure) {
        LOG.warn(
                "event=dead_letter stage={} topic={} partition={} offset={} cause=\"{}\"",
                stage,
                origin.topic(),
                origin.partition(),
                origin.offset(),
                failure.toString());
        // The copy is lost if the box is full; the record was logged and remains in its topic.
        var unused = letters.offer(bad.withHeaders(headers(bad.headers(), origin, failure)));
    }

    public void drain(Consumer<Record<String, byte[]>> send) {
        for (var letter = letters.poll(); letter != null; letter = letters.poll()) {
            send.accept(letter);
        }
    }

    private Headers headers(Headers own, RecordMetadata origin, Throwable failure) {
        var headers = new RecordHeaders(own);
        DeadLetters.addHeaders(headers, stage, failure, origin.topic(), origin.partition(), origin.offset());
        return headers;
    }
}
