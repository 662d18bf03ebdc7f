package io.faceline.api.events;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.web.access.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A feed and the thread that runs it. */
final class OpenStream {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStream.class);

    private final Caller caller;
    private final Feed feed;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private volatile boolean isEnded;
    private volatile Thread thread;

    OpenStream(Caller caller, Feed feed) {
        this.caller = caller;
        this.feed = feed;
    }

    /** Empty for the admin, and for callers without a session. */
    Optional<SessionId> owner() {
        return caller.session();
    }

    /** Callers without a session are not known to be one; their addresses bound them. */
    boolean isOfSameCaller(OpenStream other) {
        return caller.isAdmin() == other.caller.isAdmin()
                && caller.session().equals(other.caller.session())
                && (caller.isAdmin() || caller.session().isPresent());
    }

    /** Completes when the response is written. */
    CompletableFuture<Void> start(HttpServletResponse response, Runnable whenEnded) {
        thread = DaemonThreads.of("events", () -> run(response, whenEnded));
        thread.start();
        return answered;
    }

    /** Also unblocks a thread that a slow client blocks. */
    void end() {
        isEnded = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run(HttpServletResponse response, Runnable whenEnded) {
        try {
            // Not the stream of the framework, which compresses and thereby delays events.
            write(new EventStream(response.getOutputStream(), System::nanoTime));
        } catch (IOException e) {
            LOG.debug("event=stream_lost reason=\"{}\"", e.toString());
        } catch (InterruptedException e) {
            LOG.debug("event=stream_ended");
        } catch (RuntimeException e) {
            // Libraries report an interruption with exceptions of their own.
            if (!isEnded) {
                LOG.error("event=stream_failed", e);
            }
        } finally {
            whenEnded.run();
            answered.complete(null);
        }
    }

    private void write(EventStream stream) throws IOException, InterruptedException {
        stream.begin();
        if (!isEnded) {
            feed.run(stream);
        }
    }
}
