package io.faceline.cli.cameras;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about cameras. */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        description = "Looks at network cameras.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CamerasCheckCommand.class)
public final class CamerasCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
