package io.faceline.api.events;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Caller;
import io.faceline.web.access.EndedSessions;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The open event streams, bounded in total and per caller. Each stream has a thread of its own instead of an HTTP thread.
 * Thread-safe.
 */
public final class EventStreams implements AutoCloseable {
    private static final int MAX_PER_CALLER = 8;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final int max;
    private final EndedSessions ended;
    private final ConditionMonitor changes = new ConditionMonitor();

    @GuardedBy("this")
    private final Set<OpenStream> streams = new HashSet<>();

    @GuardedBy("this")
    private boolean closed;

    public EventStreams(int max, EndedSessions ended) {
        this.max = max;
        this.ended = ended;
    }

    /** Answers the request with the events of the feed until it ends, the client disconnects or the session ends. */
    public void open(Context context, Caller caller, Feed feed) {
        context.future(() -> {
            var stream = added(new OpenStream(caller.session(), feed));
            requireSession(stream);
            context.contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "private, no-store")
                    // Makes proxies forward every event at once.
                    .header("X-Accel-Buffering", "no");
            return stream.start(context.res(), () -> remove(stream));
        });
    }

    private synchronized OpenStream added(OpenStream stream) {
        var ofSameOwner = streams.stream()
                .filter(other -> other.owner().equals(stream.owner()))
                .count();
        if (closed || streams.size() >= max || ofSameOwner >= MAX_PER_CALLER) {
            throw ProblemException.later(
                    429,
                    "TOO_MANY_STREAMS",
                    "at most " + MAX_PER_CALLER + " event streams per caller and " + max
                            + " in total are allowed; close one or try again later",
                    RETRY_AFTER);
        }
        streams.add(stream);
        return stream;
    }

    /** The session may have ended after the request was admitted and before its stream was known here. */
    private void requireSession(OpenStream stream) {
        if (stream.owner().filter(ended::hasEnded).isPresent()) {
            remove(stream);
            throw EndedSessions.refusal();
        }
    }

    private void remove(OpenStream stream) {
        synchronized (this) {
            streams.remove(stream);
        }
        changes.announce();
    }

    /** Ends the session's streams. */
    public void end(SessionId session) {
        open().stream()
                .filter(stream -> stream.owner().equals(Optional.of(session)))
                .forEach(OpenStream::end);
    }

    /** The sessions with open streams, which count as active. */
    public Set<SessionId> sessions() {
        return open().stream().flatMap(stream -> stream.owner().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private synchronized List<OpenStream> open() {
        return List.copyOf(streams);
    }

    /** Refuses new streams, ends all open ones and waits briefly for them. */
    @Override
    public void close() {
        refuseNew();
        open().forEach(OpenStream::end);
        var unused = changes.holdsWithin(CLOSE_TIMEOUT, () -> open().isEmpty());
    }

    private synchronized void refuseNew() {
        closed = true;
    }
}
