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
 * Bounds the memory of all request bodies together. A request takes room for its declared length before a byte is read and
 * gives it back when it is over, however it ends; one whose length nobody told takes as much as a body may have.
 */
final class RequestMemoryLimit implements Routes {
    private static final int UNIT = 1024;
    /** Beside the text stand its tree and the images decoded from it. */
    private static final int COPIES_OF_JSON = 3;

    private static final Duration UNTIL_SOME_END = Duration.ofSeconds(1);

    private final int units;
    private final int maxBodyBytes;
    private final Semaphore room;

    RequestMemoryLimit(long bytes, int maxBodyBytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.maxBodyBytes = maxBodyBytes;
        this.room = new Semaphore(units);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/*", this::enter);
    }

    private void enter(Context context) {
        var bytes = heldBytes(context);
        if (bytes == 0 || RequestFingerprint.isStreamed(context)) {
            return;
        }
        // What is larger than all the room goes alone.
        var wanted = (int) Math.min(units, (bytes + UNIT - 1) / UNIT);
        if (!room.tryAcquire(wanted)) {
            throw ProblemException.later(
                    429, "TOO_BUSY", "too many large requests are under way; send it again", UNTIL_SOME_END);
        }
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> room.release(wanted));
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

    /** How much is free, in bytes. */
    long free() {
        return (long) room.availablePermits() * UNIT;
    }
}
