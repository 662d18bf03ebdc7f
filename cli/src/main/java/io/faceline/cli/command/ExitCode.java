package io.faceline.cli.command;

/** The exit codes of all commands. */
public final class ExitCode {
    /** Everything succeeded. */
    public static final int OK = 0;
    /** Some failed; the others still succeeded. */
    public static final int SOME_FAILED = 1;
    /** Invalid arguments or settings; nothing was done. */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
