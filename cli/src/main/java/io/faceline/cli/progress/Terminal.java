package io.faceline.cli.progress;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Checks whether standard output and standard error are terminals. */
public final class Terminal {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Uses the {@code test} program, as Java can check standard input and output only together. */
    static boolean isStandardError() {
        return isTerminal(STANDARD_ERROR);
    }

    public static boolean isStandardOutput() {
        return isTerminal(STANDARD_OUTPUT);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                            .redirectOutput(Redirect.INHERIT)
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // A system without this program gets plain lines.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
