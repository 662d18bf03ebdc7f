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
 * Aborts requests whose bodies arrive too slowly, because each blocks a thread. Only the time spent waiting for the
 * client counts. Jetty's own MinimumDataRateHandler (12.1.12) measures all requests together and so never detects a
 * single slow one.
 */
final class MinimumUploadRate extends Handler.Wrapper {
    /** Even phones with a poor connection are faster. */
    private static final long MIN_BYTES_PER_SECOND = 1024;

    private static final int REQUEST_TIMEOUT = 408;

    private final Duration gracePeriod;

    /** @param gracePeriod waiting time before the rate is checked */
    MinimumUploadRate(Duration gracePeriod) {
        this.gracePeriod = gracePeriod;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new MeasuredRequest(request), response, callback);
    }

    private boolean isTooSlow(long bytes, Duration waited) {
        return waited.compareTo(gracePeriod) > 0 && bytes * 1000 / waited.toMillis() < MIN_BYTES_PER_SECOND;
    }

    /** Not thread-safe. One thread at a time reads a request. */
    private final class MeasuredRequest extends Request.Wrapper {
        private long bytes;
        private long waitedNanos;
        private long waitingSince;
        private boolean isWaiting;

        private MeasuredRequest(Request request) {
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
            return chunk.isLast() || !isTooSlow(bytes, Duration.ofNanos(waitedNanos)) ? chunk : rejected(chunk);
        }

        private Content.Chunk rejected(Content.Chunk chunk) {
            chunk.release();
            return Content.Chunk.from(
                    new HttpException.RuntimeException(REQUEST_TIMEOUT, "the body arrives too slowly"), true);
        }
    }
}
