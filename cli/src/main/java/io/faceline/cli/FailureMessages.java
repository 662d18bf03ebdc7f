package io.faceline.cli;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.standalone.pipeline.ChangeFailedException;
import io.faceline.vision.model.ModelException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints expected failures as one line; only unexpected ones keep their stack trace. */
final class FailureMessages implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return handle(failure, command.getErr());
    }

    /** One line and where to read on, not the whole help, above which the line would be out of sight. */
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var err = command.getErr();
        if (arguments.length == 0) {
            command.usage(err, command.getColorScheme());
            return ExitCode.WRONG_USAGE;
        }
        var suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(failure, new PrintWriter(suggestions));
        var message = failure.getMessage() + " " + suggestions.toString().strip();
        return print(
                err,
                message.strip() + "; see '" + command.getCommandSpec().qualifiedName() + " --help'",
                ExitCode.WRONG_USAGE);
    }

    /** Also for errors, such as a library that cannot be loaded. Returns the exit code. */
    int handle(Throwable failure, PrintWriter err) {
        if (failure instanceof CommandFailure expected) {
            return print(err, expected.getMessage(), expected.exitCode());
        }
        if (failure instanceof SettingsException) {
            // May list commands to copy.
            return printLines(err, failure.getMessage(), ExitCode.WRONG_USAGE);
        }
        if (failure instanceof CatalogException) {
            return print(err, failure.getMessage(), ExitCode.WRONG_USAGE);
        }
        if (failure instanceof ChangeFailedException) {
            return print(err, failure.getMessage(), ExitCode.SOME_FAILED);
        }
        if (failure instanceof ModelException) {
            return printLines(err, failure.getMessage(), ExitCode.SOME_FAILED);
        }
        var library = LibraryFault.of(failure);
        if (library.isPresent()) {
            return print(err, library.get(), ExitCode.WRONG_USAGE);
        }
        var place = FileFault.of(failure);
        if (place.isPresent()) {
            return print(err, place.get(), ExitCode.WRONG_USAGE);
        }
        printTrace(err, failure);
        return ExitCode.SOME_FAILED;
    }

    private static int print(PrintWriter err, String message, int exitCode) {
        return printLines(err, Shown.of(message), exitCode);
    }

    /** Keeps the lines of the message, which quotes the output of a program. */
    private static int printLines(PrintWriter err, String message, int exitCode) {
        err.println("faceline: " + Shown.lines(message));
        err.flush();
        return exitCode;
    }

    private static void printTrace(PrintWriter err, Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        err.println(trace.toString()
                .lines()
                .map(line -> Shown.of(line.replace("\t", "    ")))
                .collect(Collectors.joining("\n")));
        err.flush();
    }
}
