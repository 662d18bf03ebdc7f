package io.faceline.cli.progress;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Whether anybody watches. */
public final class Terminal {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Java only knows of standard input and output together, so the system's own test is asked. */
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
            // A system without this program: plain lines do no harm there.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
