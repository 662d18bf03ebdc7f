package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.address.ClientAddress;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, logs and slows down wrong bearer tokens. After too many from one address, requests from there with a token that
 * is no session's are refused, so that even the right admin token would not be told from a wrong one. Sessions are not
 * affected. Thread-safe.
 */
final class TokenGuesses implements Routes, MeterBinder {
    static final int PER_MINUTE = 30;

    private static final Logger LOG = LoggerFactory.getLogger(TokenGuesses.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String API = "/api/*";
    private static final String ALL = "all";

    private final Access access;
    private final ClientAddress addresses;
    private final RateLimiter guesses;
    private final RateLimiter logLines;
    private final LongAdder rejected = new LongAdder();

    TokenGuesses(Access access, LimitSettings settings, LongSupplier nanoTime) {
        this.access = access;
        this.addresses = settings.addresses().clientAddress();
        this.guesses = new RateLimiter(PER_MINUTE, MINUTE, PER_MINUTE, nanoTime);
        this.logLines = new RateLimiter(1, MINUTE, 1, nanoTime);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(API, this::check);
        routes.wsBeforeUpgrade(API, this::check);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("faceline.rejected.tokens", rejected, LongAdder::doubleValue)
                .description("requests whose bearer token was wrong or came after too many wrong ones")
                .register(registry);
    }

    private void check(Context context) {
        if (context.header("Authorization") == null) {
            return;
        }
        var caller = caller(context);
        if (caller.flatMap(Caller::session).isPresent()) {
            return;
        }
        var address = addresses.of(context);
        var wait = caller.isPresent() ? guesses.peek(address) : guesses.take(address);
        if (caller.isEmpty() || !wait.isZero()) {
            report(context);
        }
        if (!wait.isZero()) {
            throw ProblemException.later(
                    429, "TOO_MANY_REQUESTS", "too many wrong tokens from your address; see Retry-After", wait);
        }
    }

    /** Empty for a wrong token, which the route refuses. */
    private Optional<Caller> caller(Context context) {
        try {
            return Optional.of(access.caller(context));
        } catch (ProblemException e) {
            if (!e.code().equals("BAD_TOKEN")) {
                // While it starts, a server does not know which sessions have ended: this is no guess.
                throw e;
            }
            return Optional.empty();
        }
    }

    private void report(Context context) {
        rejected.increment();
        if (logLines.take(ALL).isZero()) {
            LOG.warn(
                    "event=token_rejected peer={} rejected={}; at most one line a minute",
                    context.req().getRemoteAddr(),
                    rejected.sum());
        }
    }
}
