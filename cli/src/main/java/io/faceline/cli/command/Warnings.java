package io.faceline.cli.command;

import io.faceline.contracts.Shown;
import java.io.PrintWriter;

/** Prints warnings, one line each. */
public final class Warnings {
    private Warnings() {}

    /** @param warning may contain names of files and people as they are */
    public static void print(PrintWriter err, String warning) {
        err.println("warning: " + Shown.of(warning));
        err.flush();
    }
}
