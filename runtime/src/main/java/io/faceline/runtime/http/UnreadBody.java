package io.faceline.runtime.http;

import io.faceline.runtime.http.address.AddressTurns;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads and discards the rest of a rejected request's body after its answer was written. Jetty closes a connection with
 * unread bytes, which resets it, and the client may see the reset instead of the answer. Holds no thread while it waits;
 * limited in bytes and time.
 */
final class UnreadBody extends Handler.Wrapper {
    private static final int FIRST_ERROR = 400;
    /** A photo of a phone; a client that sends more may see a reset. */
    private static final int MAX_BYTES = 16 << 20;

    private static final int TURN_BYTES = 64 << 10;
    private static final Duration MAX_TIME = Duration.ofSeconds(2);
    /** All of them together get the turns of one address. */
    private static final String UNREAD = "unread bodies";

    private final AddressTurns turns;

    /** @param turns in which the rest is read */
    UnreadBody(AddressTurns turns, Handler next) {
        super(next);
        this.turns = turns;
    }

    /** Whether the rest of a rejected body of this length is not read, so that a client must not use the connection again. */
    static boolean endsConnection(long length) {
        return length > MAX_BYTES;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var readable = new ReadableToTheEnd(request);
        return super.handle(
                readable, response, Callback.from(() -> answered(readable, response, callback), callback::failed));
    }

    /** Jetty discards what has arrived so far when it answers, and by that ends the body. This one leaves it readable. */
    private static final class ReadableToTheEnd extends Request.Wrapper {
        private ReadableToTheEnd(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            for (var chunk = read(); chunk != null; chunk = read()) {
                chunk.release();
                if (Content.Chunk.isFailure(chunk) || chunk.isLast()) {
                    return chunk.isLast();
                }
            }
            return false;
        }
    }

    private void answered(Request request, Response response, Callback callback) {
        if (response.getStatus() < FIRST_ERROR || request.getLength() == 0) {
            callback.succeeded();
        } else {
            new Discarding(request, callback).start();
        }
    }

    /** Confined to one thread at a time, except for the timeout. */
    private final class Discarding implements Runnable {
        private final Request request;
        private final Callback callback;
        private final AtomicBoolean ended = new AtomicBoolean();
        private long bytes;

        private Discarding(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        private void start() {
            run();
            if (!ended.get()) {
                var unused = request.getComponents()
                        .getScheduler()
                        .schedule(this::end, MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void run() {
            var turn = bytes + TURN_BYTES;
            while (!ended.get() && bytes < MAX_BYTES) {
                if (bytes >= turn) {
                    turns.run(UNREAD, this);
                    return;
                }
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(() -> turns.run(UNREAD, this));
                    return;
                }
                bytes += chunk.remaining();
                chunk.release();
                if (Content.Chunk.isFailure(chunk) || chunk.isLast()) {
                    break;
                }
            }
            end();
        }

        private void end() {
            if (!ended.getAndSet(true)) {
                callback.succeeded();
            }
        }
    }
}
