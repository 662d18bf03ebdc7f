package io.faceline.standalone.cli;

/** Shows results to a person or a program, one file after the other. */
interface ResultWriter {
    void write(FileResult result);

    /** After the last file. */
    void end();
}
