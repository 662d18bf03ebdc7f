package io.faceline.cli.output;

/** Shows results to a person or a program, one file after the other. */
public interface ResultWriter {
    void write(FileResult result);

    /** After the last file. */
    void end();
}
