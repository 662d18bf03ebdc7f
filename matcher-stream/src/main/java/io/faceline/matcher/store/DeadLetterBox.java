package io.faceline.matcher.store;

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
 * Bad records of the shared topics on their way to the dead letters. The thread that reads those topics cannot send, so
 * the next task that has something to do sends for it. A bad record is told of again at every start as long as it is
 * there. Safe for all threads.
 */
public final class DeadLetterBox {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterBox.class);
    private static final int MOST = 1000;

    private final String stage;
    private final Queue<Record<String, byte[]>> letters = new ArrayBlockingQueue<>(MOST);

    public DeadLetterBox(String stage) {
        this.stage = stage;
    }

    void add(Record<String, byte[]> bad, RecordMetadata origin, Throwable failure) {
        LOG.warn(
                "dead letter stage={} topic={} partition={} offset={} cause={}",
                stage,
                origin.topic(),
                origin.partition(),
                origin.offset(),
                failure.toString());
        // A full box loses the copy; the record itself is still where it was, and was logged.
        var unused = letters.offer(bad.withHeaders(headers(bad.headers(), origin, failure)));
    }

    public void empty(Consumer<Record<String, byte[]>> send) {
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
