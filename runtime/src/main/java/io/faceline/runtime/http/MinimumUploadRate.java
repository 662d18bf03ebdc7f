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
 * Aborts requests whose bodies arrive too slowly. Only the time spent waiting for the client counts. What was sent fast is
 * credit for a while, no matter how much it was: otherwise the first megabyte would buy a quarter of an hour. Jetty's own
 * MinimumDataRateHandler (12.1.12) measures all requests together and so never detects a single slow one.
 */
final class MinimumUploadRate extends Handler.Wrapper {
    /** Even phones with a poor connection are faster. */
    private static final long MIN_BYTES_PER_SECOND = 1024;

    private static final int REQUEST_TIMEOUT = 408;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double maxCredit;

    /** @param patience how long nothing may arrive, after as much as was due before */
    MinimumUploadRate(Duration patience, Handler next) {
        super(next);
        this.maxCredit = MIN_BYTES_PER_SECOND * patience.toNanos() / NANOS_PER_SECOND;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new MeasuredRequest(request), response, callback);
    }

    /** Not thread-safe. One thread at a time reads a request. */
    private final class MeasuredRequest extends Request.Wrapper {
        /** Bytes that arrived beyond those that were due. */
        private double credit = maxCredit;

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
                credit -= MIN_BYTES_PER_SECOND * NanoTime.since(waitingSince) / NANOS_PER_SECOND;
            }
            credit = Math.min(maxCredit, credit + chunk.remaining());
            return chunk.isLast() || credit >= 0 ? chunk : rejected(chunk);
        }

        private Content.Chunk rejected(Content.Chunk chunk) {
            chunk.release();
            return Content.Chunk.from(
                    new HttpException.RuntimeException(REQUEST_TIMEOUT, "the body arrives too slowly"), true);
        }
    }
}
