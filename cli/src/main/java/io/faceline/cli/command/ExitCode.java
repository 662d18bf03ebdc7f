package io.faceline.cli.command;

/** What a command tells the shell. */
public final class ExitCode {
    /** Everything went through. */
    public static final int OK = 0;
    /** Some failed; the others still went through. */
    public static final int SOME_FAILED = 1;
    /** The command was not understood; nothing was done. */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
