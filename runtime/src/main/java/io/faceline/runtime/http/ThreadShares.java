package io.faceline.runtime.http;

import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.ClientAddress;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Limits the threads that run the routes for a client address, as a route may wait for its client: one that streams a body,
 * and one whose client does not read a long answer. Health needs none of them, so that it is always answered.
 */
final class ThreadShares extends Handler.Wrapper {
    private static final String HEALTH = "/health";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AddressShares threads;
    private final ClientAddress addresses;
    private final HeldRefusals refusals;

    /** @param threads fewer than the server has */
    ThreadShares(AddressShares threads, ClientAddress addresses, HeldRefusals refusals) {
        this.threads = threads;
        this.addresses = addresses;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPath().startsWith(HEALTH)) {
            return super.handle(request, response, callback);
        }
        var address = addresses.of(request);
        if (!threads.take(address)) {
            refusals.write(
                    request,
                    response,
                    ProblemException.later(
                            HeldRefusals.TOO_MANY_REQUESTS,
                            "TOO_BUSY",
                            "too many requests of your address are in progress; retry later",
                            RETRY_AFTER),
                    callback);
            return true;
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            threads.release(address);
        }
    }
}
