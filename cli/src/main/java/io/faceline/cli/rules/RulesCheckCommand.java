package io.faceline.cli.rules;

import io.faceline.alerting.definition.Definitions;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says whether a file is valid by itself. Whom it names is checked by 'import --dry-run'.",
        footer = {"", "Example:", "  faceline rules check rules.yml"})
final class RulesCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "File in YAML.")
    private Path file;

    @Override
    public Integer call() {
        var written = RulesFile.read(file).definitions(Definitions.NONE);
        spec.commandLine().getOut().println(Shown.of(file + " is valid: " + CountsText.of(written.definitions())));
        return ExitCode.OK;
    }
}
