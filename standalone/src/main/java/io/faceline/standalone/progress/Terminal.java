package io.faceline.standalone.progress;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Whether anybody watches. */
final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Java only knows of standard input and output together, so the system's own test is asked. */
    static boolean isStandardError() {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(STANDARD_ERROR))
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
