package io.faceline.runtime.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests whose bodies trickle in: a thread waits for each. Only the time spent waiting for the client counts. Jetty's
 * own MinimumDataRateHandler (12.1.12) compares the bytes of all requests together and so never sees a slow one.
 */
final class MinimumUploadRate extends Handler.Wrapper {
    /** Phones on the road send faster. */
    private static final long BYTES_PER_SECOND = 1024;

    private static final int REQUEST_TIMEOUT = 408;

    private final Duration unjudged;

    /** @param unjudged so long of waiting is nobody's fault */
    MinimumUploadRate(Duration unjudged) {
        this.unjudged = unjudged;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Judged(request), response, callback);
    }

    private boolean isTooSlow(long bytes, Duration waited) {
        return waited.compareTo(unjudged) > 0 && bytes * 1000 / waited.toMillis() < BYTES_PER_SECOND;
    }

    /** One thread at a time reads a request. */
    private final class Judged extends Request.Wrapper {
        private long bytes;
        private long waitedNanos;
        private long waitingSince;
        private boolean isWaiting;

        private Judged(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.@Nullable Chunk chunk = super.read();
            if (chunk == null) {
                isWaiting = true;
                waitingSince = NanoTime.now();
                return null;
            }
            if (isWaiting) {
                isWaiting = false;
                waitedNanos += NanoTime.since(waitingSince);
            }
            bytes += chunk.remaining();
            return chunk.isLast() || !isTooSlow(bytes, Duration.ofNanos(waitedNanos)) ? chunk : refused(chunk);
        }

        private Content.Chunk refused(Content.Chunk chunk) {
            chunk.release();
            return Content.Chunk.from(
                    new HttpException.RuntimeException(REQUEST_TIMEOUT, "the body comes too slowly"), true);
        }
    }
}
