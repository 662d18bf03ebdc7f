package io.faceline.api.events;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Caller;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All streams of events that are open: bounded in all and for each caller. A stream has a thread of its own and none of
 * those that serve HTTP. Safe for all threads.
 */
public final class EventStreams implements AutoCloseable {
    private static final int MOST_OF_ONE = 8;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final int most;
    private final ConditionMonitor changes = new ConditionMonitor();
    // Guarded by this.
    private final Set<OpenStream> streams = new HashSet<>();
    private boolean closed;

    public EventStreams(int most) {
        this.most = most;
    }

    /** Answers the request with what the feed tells, until it ends, the client is gone or the session ends. */
    public void open(Context context, Caller caller, Feed feed) {
        context.future(() -> {
            var stream = added(new OpenStream(caller.session(), feed));
            context.contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "private, no-store")
                    // Proxies pass every event on at once.
                    .header("X-Accel-Buffering", "no");
            return stream.start(context.res(), () -> remove(stream));
        });
    }

    private synchronized OpenStream added(OpenStream stream) {
        var ofTheSame = streams.stream()
                .filter(other -> other.owner().equals(stream.owner()))
                .count();
        if (closed || streams.size() >= most || ofTheSame >= MOST_OF_ONE) {
            throw ProblemException.later(
                    429,
                    "TOO_MANY_STREAMS",
                    "there are " + MOST_OF_ONE + " event streams of yours, or " + most
                            + " of everybody; close one or try again in a while",
                    RETRY_AFTER);
        }
        streams.add(stream);
        return stream;
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

    /** Whose streams are open: somebody is there, who only listens. */
    public Set<SessionId> sessions() {
        return open().stream().flatMap(stream -> stream.owner().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private synchronized List<OpenStream> open() {
        return List.copyOf(streams);
    }

    /** Ends all and takes no more; awaits for moments that they are gone. */
    @Override
    public void close() {
        refuse();
        open().forEach(OpenStream::end);
        var unused = changes.holdsWithin(CLOSE_WITHIN, () -> open().isEmpty());
    }

    private synchronized void refuse() {
        closed = true;
    }
}
