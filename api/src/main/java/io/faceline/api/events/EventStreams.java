package io.faceline.api.events;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.ClientAddress;
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
 * The open event streams, bounded in total, by address and per caller. Each stream has a thread of its own instead of an HTTP thread.
 * Thread-safe.
 */
public final class EventStreams implements AutoCloseable {
    private static final int MAX_PER_CALLER = 8;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final AddressShares places;
    private final ClientAddress addresses;
    private final EndedSessions ended;
    private final ConditionMonitor changes = new ConditionMonitor();

    @GuardedBy("this")
    private final Set<OpenStream> streams = new HashSet<>();

    @GuardedBy("this")
    private boolean closed;

    /** @param max of all callers */
    public EventStreams(int max, AddressSettings addresses, EndedSessions ended) {
        this.places = addresses.shares(max);
        this.addresses = addresses.clientAddress();
        this.ended = ended;
    }

    /** Answers the request with the events of the feed until it ends, the client disconnects or the session ends. */
    public void open(Context context, Caller caller, Feed feed) {
        context.future(() -> {
            var address = addresses.of(context);
            var stream = added(new OpenStream(caller, feed), address);
            requireSession(stream, address);
            context.contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "private, no-store")
                    // Makes proxies forward every event at once.
                    .header("X-Accel-Buffering", "no");
            return stream.start(context.res(), () -> remove(stream, address));
        });
    }

    private synchronized OpenStream added(OpenStream stream, String address) {
        var ofSameOwner = streams.stream().filter(stream::isOfSameCaller).count();
        if (closed || ofSameOwner >= MAX_PER_CALLER || !places.take(address)) {
            throw ProblemException.later(
                    429,
                    "TOO_MANY_STREAMS",
                    "at most " + MAX_PER_CALLER + " event streams per caller and " + places.units()
                            + " in total are allowed, of which each address has a share; close one or try again later",
                    RETRY_AFTER);
        }
        streams.add(stream);
        return stream;
    }

    /** The session may have ended after the request was admitted and before its stream was known here. */
    private void requireSession(OpenStream stream, String address) {
        if (stream.owner().filter(ended::hasEnded).isPresent()) {
            remove(stream, address);
            throw EndedSessions.refusal();
        }
    }

    private void remove(OpenStream stream, String address) {
        synchronized (this) {
            streams.remove(stream);
            places.release(address);
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
