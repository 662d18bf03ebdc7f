package io.faceline.cli;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.standalone.pipeline.ChangeFailedException;
import io.faceline.vision.model.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what a person can act on in one line; only what nobody foresaw comes with its stack trace. */
final class FailureMessages implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure known) {
            return say(command, known.getMessage(), known.exitCode());
        }
        if (failure instanceof SettingsException || failure instanceof CatalogException) {
            return say(command, failure.getMessage(), ExitCode.WRONG_USAGE);
        }
        if (failure instanceof ModelException || failure instanceof ChangeFailedException) {
            return say(command, failure.getMessage(), ExitCode.SOME_FAILED);
        }
        throw failure;
    }

    private static int say(CommandLine command, String message, int exitCode) {
        command.getErr().println("faceline: " + message);
        command.getErr().flush();
        return exitCode;
    }
}
