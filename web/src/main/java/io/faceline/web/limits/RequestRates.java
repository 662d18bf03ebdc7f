package io.faceline.web.limits;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits the rate of requests per caller and per address, and of new sessions per address. The files of pages, and metrics,
 * are answered from memory: they are counted by address alone, ten times as many. Health is always answered, and the admin is
 * not limited.
 */
final class RequestRates implements Routes {
    private static final int BURST = 4;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String API = "/api/";
    private static final String HEALTH = "/health";
    private static final int FILES_PER_REQUEST = 10;

    private final CallerKeys callers;
    private final RateLimiter byCaller;
    private final RateLimiter byAddress;
    private final RateLimiter filesByAddress;
    private final RateLimiter newSessions;

    RequestRates(CallerKeys callers, LimitSettings settings, LongSupplier nanoTime) {
        this.callers = callers;
        this.byCaller = perSecond(settings.requestsPerSecond(), nanoTime);
        this.byAddress = perSecond(settings.requestsPerSecondOfAddress(), nanoTime);
        this.filesByAddress = perSecond(FILES_PER_REQUEST * settings.requestsPerSecondOfAddress(), nanoTime);
        this.newSessions =
                new RateLimiter(settings.sessionsPerMinute(), MINUTE, settings.sessionsPerMinute(), nanoTime);
    }

    private static RateLimiter perSecond(int requests, LongSupplier nanoTime) {
        return new RateLimiter(requests, SECOND, (int) Math.min(Integer.MAX_VALUE, (long) requests * BURST), nanoTime);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        routes.before("/api/v1/sessions", this::checkNewSession);
        routes.wsBeforeUpgrade(this::checkCall);
    }

    private void check(Context context) {
        var path = context.path();
        if (path.startsWith(API)) {
            checkCall(context);
        } else if (!path.startsWith(HEALTH)) {
            take(filesByAddress, callers.address(context), "too many requests from your address");
        }
    }

    private void checkCall(Context context) {
        if (callers.isAdmin(context)) {
            return;
        }
        take(byAddress, callers.address(context), "too many requests from your address");
        take(byCaller, callers.of(context), "too many requests");
    }

    private void checkNewSession(Context context) {
        if (context.method().equals(HandlerType.POST) && !callers.isAdmin(context)) {
            take(newSessions, callers.address(context), "too many new sessions from your address");
        }
    }

    private static void take(RateLimiter limiter, String key, String message) {
        var wait = limiter.take(key);
        if (!wait.isZero()) {
            throw ProblemException.later(
                    429, "TOO_MANY_REQUESTS", message + "; see Retry-After for when to continue", wait);
        }
    }
}
