package io.faceline.cli.progress;

import java.io.PrintWriter;

/** Tells a person how far a command is: done, speed, time left. One thread uses it. */
public interface Progress extends AutoCloseable {
    /**
     * A bar that is redrawn where standard error is a terminal, a plain line once in a while where it is not.
     *
     * @param amongResults whether results are printed all the while: on one terminal they and a bar would get mixed up
     */
    static Progress on(PrintWriter err, boolean amongResults) {
        var isMixedUp = amongResults && Terminal.isStandardOutput();
        return Terminal.isStandardError() && !isMixedUp ? new BarProgress() : new LineProgress(err, System::nanoTime);
    }

    /**
     * Something begins; what was before is done.
     *
     * @param unit of what is counted, in the plural
     * @param total how many there will be, as far as anybody knows; 0 when nobody does
     */
    void begin(String what, String unit, long total);

    /** One more is done. */
    void step();

    /** What began is done: the results of it may be printed. */
    void end();

    @Override
    default void close() {
        end();
    }
}
