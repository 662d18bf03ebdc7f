package io.faceline.runtime.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 429 after a while: a client that repeats at once whatever is refused costs a connection, of which its address has
 * a share, and not all of the processors. No thread waits.
 */
final class HeldRefusals {
    static final int TOO_MANY_REQUESTS = 429;

    private final long heldMillis;

    HeldRefusals(Duration held) {
        this.heldMillis = held.toMillis();
    }

    /** Holds back the answer that a route has given. */
    void hold(Context context) {
        context.future(() -> new CompletableFuture<Void>().completeOnTimeout(null, heldMillis, TimeUnit.MILLISECONDS));
    }

    /** Answers a request that reaches no route. */
    void write(Request request, Response response, ProblemException refusal, Callback callback) {
        request.getComponents()
                .getScheduler()
                .schedule(
                        () -> ProblemErrorHandler.write(response, refusal, callback),
                        heldMillis,
                        TimeUnit.MILLISECONDS);
    }
}
