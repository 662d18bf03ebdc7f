package io.faceline.standalone.cli;

/** Ends a command with a message for the person at the terminal, who needs no stack trace to act on it. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailure wrongUsage(String message) {
        return new CommandFailure(message, ExitCode.WRONG_USAGE);
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(message, ExitCode.SOME_FAILED);
    }

    int exitCode() {
        return exitCode;
    }
}
