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

/** Prints expected failures as one line; only unexpected ones keep their stack trace. */
final class FailureMessages implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure expected) {
            return print(command, expected.getMessage(), expected.exitCode());
        }
        if (failure instanceof SettingsException || failure instanceof CatalogException) {
            return print(command, failure.getMessage(), ExitCode.WRONG_USAGE);
        }
        if (failure instanceof ModelException || failure instanceof ChangeFailedException) {
            return print(command, failure.getMessage(), ExitCode.SOME_FAILED);
        }
        throw failure;
    }

    private static int print(CommandLine command, String message, int exitCode) {
        command.getErr().println("faceline: " + message);
        command.getErr().flush();
        return exitCode;
    }
}
