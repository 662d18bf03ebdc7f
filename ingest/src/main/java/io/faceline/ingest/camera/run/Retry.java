package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** When a camera is opened again: for ever, but less and less often. Not thread-safe. */
final class Retry {
    /** How long a camera must have been live before its next failure counts as the first. */
    static final Duration STABLE = Duration.ofSeconds(60);

    static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    /** Small HTTP cameras need time until they let go of a client. */
    private static final Duration MIN_OF_HTTP = Duration.ofSeconds(5);

    private static final double JITTER = 0.2;

    private final RandomGenerator random;
    private final SignInTries tries = new SignInTries();
    private Instant next;
    private int step;
    private boolean isRefusedAgain;

    /** @param first when the camera is opened first */
    Retry(RandomGenerator random, Instant first) {
        this.random = random;
        this.next = first;
    }

    /** When the camera is opened next. */
    Instant next() {
        return next;
    }

    /** Opens the camera now, as after a change of its definition, unless it refused too many tries. */
    void atOnce(Instant now) {
        step = 0;
        isRefusedAgain = false;
        next = tries.notBefore(now);
    }

    /** The camera shows pictures. */
    void live() {
        isRefusedAgain = false;
    }

    /** @param wasStable whether the camera was live for {@link #STABLE} before it failed: then it is opened at once */
    void failed(Instant now, boolean wasStable, CameraAddress.Kind kind) {
        if (wasStable) {
            step = 0;
            next = tries.notBefore(now);
            return;
        }
        var wait = STEPS.get(step);
        step = Math.min(step + 1, STEPS.size() - 1);
        if (kind == CameraAddress.Kind.HTTP && wait.compareTo(MIN_OF_HTTP) < 0) {
            wait = MIN_OF_HTTP;
        }
        next = tries.notBefore(now.plus(jittered(wait)));
    }

    /** The camera refused the credentials. */
    void refused(Instant now) {
        tries.refused(now);
        next = tries.notBefore(now.plus(AFTER_REFUSAL));
    }

    /** An earlier run was refused, and would have tried again then. */
    void refusedBefore(Instant nextTry) {
        tries.refused(nextTry.minus(AFTER_REFUSAL));
        next = nextTry.isAfter(next) ? nextTry : next;
    }

    /** The camera refused credentials that it took before: it may be full for a moment, or locked for longer. */
    void refusedForNow(Instant now) {
        tries.refused(now);
        var wait = isRefusedAgain ? AFTER_REFUSAL : STEPS.get(STEPS.size() - 1);
        isRefusedAgain = true;
        next = tries.notBefore(now.plus(jittered(wait)));
    }

    /** Up to a fifth longer, so that cameras that failed together do not come back together. */
    private Duration jittered(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }
}
