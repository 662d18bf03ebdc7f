package io.faceline.runtime.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 429 after a while, but for a few each second: a client that repeats at once whatever is refused costs a
 * connection, of which its address has a share, and not all of the processors. No thread waits. Thread-safe.
 */
final class HeldRefusals {
    static final int TOO_MANY_REQUESTS = 429;

    private static final int AT_ONCE_PER_SECOND = 20;

    private final long heldMillis;

    @GuardedBy("this")
    private long second;

    @GuardedBy("this")
    private int inSecond;

    HeldRefusals(Duration held) {
        this.heldMillis = held.toMillis();
    }

    /** Holds back the answer that a route has given. */
    void hold(Context context) {
        var millis = nextMillis();
        if (millis > 0) {
            context.future(() -> new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS));
        }
    }

    /** Answers a request that reaches no route. */
    void write(Request request, Response response, ProblemException refusal, Callback callback) {
        request.getComponents()
                .getScheduler()
                .schedule(
                        () -> ProblemErrorHandler.write(response, refusal, callback),
                        nextMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private synchronized long nextMillis() {
        var now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond > AT_ONCE_PER_SECOND ? heldMillis : 0;
    }
}
