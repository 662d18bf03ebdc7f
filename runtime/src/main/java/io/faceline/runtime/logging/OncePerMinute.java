package io.faceline.runtime.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets one line a minute of a logger pass, where clients decide how often it writes: otherwise whoever connects to a port
 * without a login fills the disk with the log. Thread-safe.
 */
public final class OncePerMinute extends TurboFilter {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private String logger = "";
    private boolean hasPassed;
    private long lastPassed;

    public OncePerMinute() {
        this(System::nanoTime);
    }

    OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Set by the configuration. */
    public synchronized void setLogger(String name) {
        logger = name;
    }

    @Override
    public synchronized FilterReply decide(
            @Nullable Marker marker,
            Logger asked,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        var isLine = format != null && level.isGreaterOrEqual(asked.getEffectiveLevel());
        if (!isLine || !asked.getName().equals(logger)) {
            return FilterReply.NEUTRAL;
        }
        var now = nanoTime.getAsLong();
        if (hasPassed && now - lastPassed < INTERVAL.toNanos()) {
            return FilterReply.DENY;
        }
        hasPassed = true;
        lastPassed = now;
        return FilterReply.NEUTRAL;
    }
}
