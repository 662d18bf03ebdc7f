package io.faceline.cli;

import java.util.Optional;

/** Describes why a native library cannot be loaded. */
final class LibraryFault {
    private LibraryFault() {}

    /** The reason and what to do; empty when another fault caused the failure. */
    static Optional<String> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsatisfiedLinkError || isFailedInitialiser(cause)) {
                return Optional.of("a native library cannot be loaded from the folder for temporary files, "
                        + System.getProperty("java.io.tmpdir")
                        + ", which must be writable and allow programs to run (no noexec); choose another with"
                        + " FACELINE_JAVA_OPTIONS=-Djava.io.tmpdir=DIR. The system says: "
                        + root(cause).getMessage());
            }
        }
        return Optional.empty();
    }

    /** A class whose static initialiser loads a library is only said to be missing the second time. */
    private static boolean isFailedInitialiser(Throwable cause) {
        return cause instanceof NoClassDefFoundError
                && String.valueOf(cause.getMessage()).startsWith("Could not initialize");
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
