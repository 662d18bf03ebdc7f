package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.idempotency.RequestFingerprint;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Limits the memory of all request bodies together. A request reserves its declared length before its body is read, and
 * releases it when it completes or fails; a request without a length reserves the maximum.
 */
final class RequestMemoryLimit implements Routes {
    private static final int UNIT = 1024;
    /** JSON needs memory for the text, the digits of its images and the images decoded from them. */
    private static final int COPIES_OF_JSON = 3;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int units;
    private final int maxBodyBytes;
    private final Semaphore permits;

    RequestMemoryLimit(long bytes, int maxBodyBytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.maxBodyBytes = maxBodyBytes;
        this.permits = new Semaphore(units);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/*", this::reserve);
    }

    private void reserve(Context context) {
        var bytes = heldBytes(context);
        if (bytes == 0 || RequestFingerprint.isStreamed(context)) {
            return;
        }
        // A request larger than the limit runs alone.
        var needed = (int) Math.min(units, (bytes + UNIT - 1) / UNIT);
        if (!permits.tryAcquire(needed)) {
            throw ProblemException.later(
                    429, "TOO_BUSY", "too many large requests are in progress; retry later", RETRY_AFTER);
        }
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> permits.release(needed));
    }

    private long heldBytes(Context context) {
        var declared = context.req().getContentLengthLong();
        var bytes = declared < 0 && context.header("Transfer-Encoding") != null
                ? maxBodyBytes
                : Math.min(Math.max(0, declared), (long) maxBodyBytes);
        return isJson(context) ? COPIES_OF_JSON * bytes : bytes;
    }

    private static boolean isJson(Context context) {
        var type = context.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Free memory in bytes. */
    long free() {
        return (long) permits.availablePermits() * UNIT;
    }
}
