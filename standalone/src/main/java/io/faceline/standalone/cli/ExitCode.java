package io.faceline.standalone.cli;

/** What a command tells the shell. */
final class ExitCode {
    /** Everything went through. */
    static final int OK = 0;
    /** Some failed; the others still went through. */
    static final int SOME_FAILED = 1;
    /** The command was not understood; nothing was done. */
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
