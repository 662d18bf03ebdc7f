package io.faceline.cli.output;

/** Writes results, one file after the other. */
public interface ResultWriter {
    void write(FileResult result);

    /** Called after the last file. */
    void end();
}
