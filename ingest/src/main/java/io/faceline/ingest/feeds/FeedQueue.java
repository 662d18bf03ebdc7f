package io.faceline.ingest.feeds;

import io.faceline.contracts.frame.DropReason;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the newest frame of each source, one at a time, and says of each other one that it was dropped. Holds a picture
 * until it is handed to Kafka's producer, whose memory is bounded as well. Thread-safe.
 */
final class FeedQueue {
    private static final Logger LOG = LoggerFactory.getLogger(FeedQueue.class);

    /** Metric: the pictures that wait take all the room. */
    static final String NO_ROOM = "NO_ROOM";

    private final FeedTransport transport;
    private final Executor executor;
    private final FeedRoom room;
    private final OpenOffsets open;
    private final FeedMetrics metrics;

    /** @param executor which may wait for Kafka */
    FeedQueue(FeedTransport transport, Executor executor, FeedRoom room, OpenOffsets open, FeedMetrics metrics) {
        this.transport = transport;
        this.executor = executor;
        this.room = room;
        this.open = open;
        this.metrics = metrics;
    }

    void offer(FeedSource source, FeedFrame newest) {
        if (!room.take(newest.bytes())) {
            source.takeWaiting().ifPresent(this::replaced);
            if (!room.take(newest.bytes())) {
                metrics.dropped(NO_ROOM);
                drop(newest, DropReason.TOO_MANY_FRAMES);
                return;
            }
        }
        var offered = source.offer(newest);
        offered.replaced().ifPresent(this::replaced);
        offered.sent().ifPresent(frame -> executor.execute(() -> send(source, frame)));
    }

    /** Answers that a frame, which has no room, was too old when it was read. */
    void stale(FeedFrame frame) {
        metrics.dropped(DropReason.STALE.name());
        drop(frame, DropReason.STALE);
    }

    private void replaced(FeedFrame old) {
        room.release(old.bytes());
        metrics.dropped(DropReason.REPLACED_BY_NEWER.name());
        drop(old, DropReason.REPLACED_BY_NEWER);
    }

    private void drop(FeedFrame frame, DropReason reason) {
        // The picture is not needed any more.
        var dropped = frame.dropped(reason);
        var partition = frame.partition();
        var offset = frame.offset();
        executor.execute(() -> {
            var unused = transport.drop(dropped, reason).whenComplete((written, failure) -> {
                if (failure != null) {
                    LOG.debug(
                            "event=feed_drop_not_written frame={}",
                            dropped.facts().id(),
                            failure);
                }
                open.done(partition, offset);
            });
        });
    }

    private void send(FeedSource source, FeedFrame frame) {
        var partition = frame.partition();
        var offset = frame.offset();
        var answer = transport.ask(frame.frame(), frame.trace());
        room.release(frame.bytes());
        metrics.sent();
        var unused = answer.whenComplete((match, failure) -> {
            open.done(partition, offset);
            source.following().ifPresent(next -> executor.execute(() -> send(source, next)));
        });
    }
}
