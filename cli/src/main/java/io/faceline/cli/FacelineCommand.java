package io.faceline.cli;

import io.faceline.cli.cameras.CamerasCommand;
import io.faceline.cli.evaluate.EvaluateCommand;
import io.faceline.cli.models.ModelsCommand;
import io.faceline.cli.people.EnrollCommand;
import io.faceline.cli.people.PeopleCommand;
import io.faceline.cli.recognize.RecognizeCommand;
import io.faceline.cli.rules.RulesCommand;
import io.faceline.cli.up.UpCommand;
import io.faceline.cli.watch.WatchCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
        name = "faceline",
        mixinStandardHelpOptions = true,
        version = "faceline 0.1.0",
        description = "Face recognition as a stream, on Apache Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  faceline demo                                          try it on sample photos",
            "  faceline recognize --gallery people/ photos/*.jpg      who is in these photos?",
            "  faceline watch rtsp://10.0.0.7/1 --gallery people/     who comes, who leaves?",
            "  faceline enroll --data ~/faceline \"Ada Lovelace\" ada.jpg   enroll a person permanently",
            "  faceline up --data ~/faceline                          serve it on http://localhost:7860",
        },
        subcommands = {
            DemoCommand.class,
            RecognizeCommand.class,
            WatchCommand.class,
            CamerasCommand.class,
            EnrollCommand.class,
            PeopleCommand.class,
            RulesCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            UpCommand.class
        })
public final class FacelineCommand implements Runnable {
    private static final FailureMessages FAILURES = new FailureMessages();

    @Spec
    CommandSpec spec;

    /** Runs a command line and returns the exit code: 0 all succeeded, 1 some failed, 2 wrong usage. */
    public static int execute(String... args) {
        return execute(commandLine(), args);
    }

    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        return execute(commandLine().setOut(out).setErr(err), args);
    }

    private static int execute(CommandLine command, String... args) {
        try {
            return command.execute(args);
        } catch (LinkageError e) {
            return FAILURES.handle(e, command.getErr());
        }
    }

    private static CommandLine commandLine() {
        return new CommandLine(new FacelineCommand())
                .setExecutionExceptionHandler(FAILURES)
                .setParameterExceptionHandler(FAILURES);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
