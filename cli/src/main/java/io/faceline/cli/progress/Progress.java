package io.faceline.cli.progress;

import java.io.PrintWriter;

/** Shows the progress of a command: count, rate, time left. Not thread-safe. */
public interface Progress extends AutoCloseable {
    /**
     * A progress bar where standard error is a terminal, otherwise a line at intervals.
     *
     * @param amongResults whether results are printed meanwhile, which would break a bar on the same terminal
     */
    static Progress on(PrintWriter err, boolean amongResults) {
        var isMixedUp = amongResults && Terminal.isStandardOutput();
        return Terminal.isStandardError() && !isMixedUp ? new BarProgress() : new LineProgress(err, System::nanoTime);
    }

    /**
     * Begins a task and ends the previous one.
     *
     * @param unit the plural of what is counted
     * @param total the expected total, 0 when unknown
     */
    void begin(String task, String unit, long total);

    /** Counts one. */
    void step();

    /** Ends the task; its results may be printed. */
    void end();

    @Override
    default void close() {
        end();
    }
}
