package io.faceline.standalone.progress;

import java.io.PrintWriter;

/** Tells a person how far a command is: done, speed, time left. One thread uses it. */
public interface Progress extends AutoCloseable {
    /** A bar that is redrawn where standard error is a terminal, a plain line once in a while where it is not. */
    static Progress on(PrintWriter err) {
        return Terminal.isStandardError() ? new BarProgress() : new LineProgress(err, System::nanoTime);
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

    @Override
    void close();
}
