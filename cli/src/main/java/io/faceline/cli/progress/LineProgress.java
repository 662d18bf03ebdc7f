package io.faceline.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Prints a progress line every five seconds, for logs and piped standard error. Short work prints nothing. */
final class LineProgress implements Progress {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private String task = "";
    private String unit = "";
    private long total;
    private long done;
    private long startedAt;
    private long printedAt;

    LineProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void begin(String newTask, String newUnit, long newTotal) {
        task = newTask;
        unit = newUnit;
        total = newTotal;
        done = 0;
        startedAt = nanoTime.getAsLong();
        printedAt = startedAt;
    }

    @Override
    public void step() {
        done++;
        var now = nanoTime.getAsLong();
        if (now - printedAt >= INTERVAL_NANOS) {
            printedAt = now;
            print((now - startedAt) / NANOS_PER_SECOND);
        }
    }

    private void print(double seconds) {
        var rate = done / seconds;
        var line = String.format(Locale.ROOT, "%s: %d%s %s, %.1f/s", task, done, ofTotal(), unit, rate);
        out.println(total > done ? line + String.format(Locale.ROOT, ", %.0f s left", (total - done) / rate) : line);
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
