package io.faceline.api.events;

import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.TopicReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Streams the records of a topic as server-sent events, whose ids let a reconnecting client resume. Uses a reader of its own,
 * so that a slow client delays no other. Confined to the thread that runs it.
 */
public final class TopicFeed<V> implements Feed {
    private static final int READ_AHEAD = 64;
    private static final long TICK_MILLIS = 100;

    private final String event;
    private final Readers<V> readers;
    private final Function<Map<Integer, Long>, FeedCursor> cursors;
    private final Function<V, Optional<?>> views;
    private final BlockingQueue<ConsumedRecord<V>> ready = new ArrayBlockingQueue<>(READ_AHEAD);
    private volatile boolean closed;

    /** Opens a reader that passes records on to a handler. */
    @FunctionalInterface
    public interface Readers<V> {
        TopicReader<V> open(Consumer<ConsumedRecord<V>> handler);
    }

    /**
     * @param cursors a cursor of the offsets where a reader begins, by partition
     * @param views what is sent of a value; empty for what is not asked for, or not shown
     */
    public TopicFeed(
            String event,
            Readers<V> readers,
            Function<Map<Integer, Long>, FeedCursor> cursors,
            Function<V, Optional<?>> views) {
        this.event = event;
        this.readers = readers;
        this.cursors = cursors;
        this.views = views;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        try (var reader = readers.open(this::put)) {
            reader.start();
            var cursor = cursors.apply(reader.starts());
            stream.mark(cursor.id());
            while (reader.health().live()) {
                sendNext(cursor, stream);
            }
        } finally {
            closed = true;
        }
    }

    private void sendNext(FeedCursor cursor, EventStream stream) throws IOException, InterruptedException {
        var read = ready.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (read != null) {
            cursor.advance(read.partition(), read.offset());
            var view = Optional.ofNullable(read.value()).flatMap(views);
            if (view.isPresent()) {
                stream.send(event, cursor.id(), view.get());
            }
        }
        if (stream.isQuiet()) {
            stream.mark(cursor.id());
        }
    }

    private void put(ConsumedRecord<V> read) {
        try {
            var isQueued = false;
            while (!isQueued && !closed) {
                isQueued = ready.offer(read, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
