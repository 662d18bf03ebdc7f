package io.faceline.api.matches;

import io.faceline.api.events.EventStream;
import io.faceline.api.events.Feed;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Streams matches as server-sent events {@code match}, whose ids let a reconnecting client resume. Uses a reader of its
 * own, so that a slow client delays no other.
 */
final class MatchFeed implements Feed {
    private static final int READ_AHEAD = 64;
    private static final long TICK_MILLIS = 100;

    private final KafkaSettings kafka;
    private final Optional<SessionId> session;
    private final StartOffset from;
    private final MatchVisibility visibility;
    private final BlockingQueue<ConsumedRecord<Match>> ready = new ArrayBlockingQueue<>(READ_AHEAD);
    private volatile boolean closed;

    /** @param session the session of the matches; all sessions when empty */
    MatchFeed(KafkaSettings kafka, Optional<SessionId> session, StartOffset from, MatchVisibility visibility) {
        this.kafka = kafka;
        this.session = session;
        this.from = from;
        this.visibility = visibility;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        try (var reader = reader(this::put)) {
            reader.start();
            var cursor = new Cursor(reader.starts());
            stream.mark(cursor.id());
            while (reader.health().live()) {
                sendNext(cursor, stream);
            }
        } finally {
            closed = true;
        }
    }

    private void sendNext(Cursor cursor, EventStream stream) throws IOException, InterruptedException {
        var read = ready.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (read != null) {
            cursor.advance(read.partition(), read.offset());
            var view = Optional.ofNullable(read.value()).flatMap(visibility::of);
            if (view.isPresent()) {
                stream.send("match", cursor.id(), view.get());
            }
        }
        if (stream.isQuiet()) {
            stream.mark(cursor.id());
        }
    }

    private TopicReader<Match> reader(Consumer<ConsumedRecord<Match>> handler) {
        var topic = kafka.topics().matches();
        return session.map(id -> TopicReader.ofKey(kafka, topic, id.value(), from, handler))
                .orElseGet(() -> new TopicReader<>(kafka, topic, from, handler));
    }

    private void put(ConsumedRecord<Match> read) {
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
