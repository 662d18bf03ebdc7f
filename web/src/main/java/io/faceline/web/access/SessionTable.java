package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Reads which sessions are over from the topic {@code sessions}, of which it keeps the marks only. Thread-safe. */
public final class SessionTable implements EndedSessions, HealthCheck, AutoCloseable {
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);

    /** The keys of the marks. */
    private final Set<String> marks = ConcurrentHashMap.newKeySet();

    private final ConditionMonitor changes = new ConditionMonitor();
    private final List<Consumer<SessionId>> listeners = new CopyOnWriteArrayList<>();
    private final TopicReader<SessionState> reader;
    private volatile boolean isRead;

    public SessionTable(KafkaSettings kafka) {
        this.reader = new TopicReader<>(kafka, kafka.topics().sessions(), StartOffset.EARLIEST, this::read);
    }

    /** Returns once the marks of all sessions that ended before are read. */
    public void start() {
        reader.start();
        reader.awaitCaughtUp(STARTUP_TIMEOUT);
        isRead = true;
    }

    /**
     * Registers what is to happen when a session ends from now on; called on the reading thread, after
     * {@link #hasEnded} has become true, perhaps twice. Must not block. Set before the start.
     */
    public void onEnd(Consumer<SessionId> listener) {
        listeners.add(listener);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        reader.onStop(callback);
    }

    @Override
    public boolean hasEnded(SessionId session) {
        if (!isRead) {
            throw new ProblemException(503, "NOT_READY", "this server is starting: try again in a moment");
        }
        return marks.contains(SessionMark.ENDED.keyOf(session)) || marks.contains(SessionMark.EXPIRED.keyOf(session));
    }

    /** Waits until this process knows that the session has ended; false on a timeout. */
    public boolean awaitEnd(SessionId session, Duration timeout) {
        return changes.holdsWithin(timeout, () -> hasEnded(session));
    }

    private void read(ConsumedRecord<SessionState> read) {
        var marked = SessionMark.sessionOf(read.key());
        if (marked.isPresent() && read.value() == null) {
            marks.remove(read.key());
        } else if (marked.isPresent()) {
            marks.add(read.key());
            changes.announce();
            tell(marked.get());
        } else if (read.value() == null) {
            // All that a matcher of an earlier version writes. Anyone may write: what is no session's id has ended
            // none.
            SessionId.parse(read.key()).ifPresent(this::tell);
        }
    }

    private void tell(SessionId session) {
        if (isRead) {
            listeners.forEach(listener -> listener.accept(session));
        }
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        reader.close();
    }
}
