package io.faceline.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line every five seconds: for logs, and for commands whose standard error is piped. Short work says nothing. */
final class LineProgress implements Progress {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private String what = "";
    private String unit = "";
    private long total;
    private long done;
    private long begun;
    private long told;

    LineProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void begin(String newWhat, String newUnit, long newTotal) {
        what = newWhat;
        unit = newUnit;
        total = newTotal;
        done = 0;
        begun = nanoTime.getAsLong();
        told = begun;
    }

    @Override
    public void step() {
        done++;
        var now = nanoTime.getAsLong();
        if (now - told >= EVERY_NANOS) {
            told = now;
            tell((now - begun) / NANOS_PER_SECOND);
        }
    }

    private void tell(double seconds) {
        var speed = done / seconds;
        var line = String.format(Locale.ROOT, "%s: %d%s %s, %.1f/s", what, done, ofTotal(), unit, speed);
        out.println(total > done ? line + String.format(Locale.ROOT, ", %.0f s left", (total - done) / speed) : line);
        out.flush();
    }

    private String ofTotal() {
        return total > 0 ? " of about " + Math.max(total, done) : "";
    }

    @Override
    public void end() {
        out.flush();
    }
}
