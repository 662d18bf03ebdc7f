package io.faceline.cli.command;

/** Ends a command with a message for the user instead of a stack trace. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(message, ExitCode.WRONG_USAGE);
    }

    public static CommandFailure failed(String message) {
        return new CommandFailure(message, ExitCode.SOME_FAILED);
    }

    public int exitCode() {
        return exitCode;
    }
}
