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
 * Tells of matches as they come: events {@code match}, whose ids say where a client that comes back goes on. Reads for
 * itself, so that a slow client slows nobody else.
 */
final class MatchFeed implements Feed {
    private static final int AHEAD = 64;
    private static final long TICK_MILLIS = 100;

    private final KafkaSettings kafka;
    private final Optional<SessionId> session;
    private final StartOffset from;
    private final MatchVisibility shown;
    private final BlockingQueue<ConsumedRecord<Match>> ready = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean closed;

    /** @param session whose matches; everybody's without */
    MatchFeed(KafkaSettings kafka, Optional<SessionId> session, StartOffset from, MatchVisibility shown) {
        this.kafka = kafka;
        this.session = session;
        this.from = from;
        this.shown = shown;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        try (var reader = reader(this::put)) {
            reader.start();
            var place = new Cursor(reader.starts());
            stream.mark(place.id());
            while (reader.health().live()) {
                goOn(place, stream);
            }
        } finally {
            closed = true;
        }
    }

    private void goOn(Cursor place, EventStream stream) throws IOException, InterruptedException {
        var read = ready.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (read != null) {
            place.passed(read.partition(), read.offset());
            var shows = Optional.ofNullable(read.value()).flatMap(shown::of);
            if (shows.isPresent()) {
                stream.send("match", place.id(), shows.get());
            }
        }
        if (stream.isQuiet()) {
            stream.mark(place.id());
        }
    }

    private TopicReader<Match> reader(Consumer<ConsumedRecord<Match>> handler) {
        var topic = kafka.topics().matches();
        return session.map(id -> TopicReader.ofKey(kafka, topic, id.value(), from, handler))
                .orElseGet(() -> new TopicReader<>(kafka, topic, from, handler));
    }

    private void put(ConsumedRecord<Match> read) {
        try {
            var isTaken = false;
            while (!isTaken && !closed) {
                isTaken = ready.offer(read, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
