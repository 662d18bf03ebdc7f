package io.faceline.cli.rules;

import io.faceline.cli.command.ExitCode;
import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Creates and changes what a file says, as 'faceline rules export' writes it. Nothing is written unless the whole file"
                    + " is valid.",
            "Receivers keep their secrets."
        },
        footer = {"", "Example:", "  faceline rules --data ~/faceline import rules.yml --dry-run"})
final class RulesImportCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "File in YAML.")
    private Path file;

    @Option(names = "--replace", description = "Delete what the sections of the file do not have.")
    private boolean replace;

    @Option(names = "--dry-run", description = "Only say what would change.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var given = RulesFile.read(file);
        try (var pipeline = rules.pipelineOptions().openPersistent(Stages.NONE)) {
            var stored = new StoredRules(pipeline);
            var known = stored.read();
            var wanted = given.definitions(known);
            var plan = given.checked(() -> stored.plan(known, wanted, replace));
            if (!dryRun) {
                stored.write(plan.steps());
            }
            var out = spec.commandLine().getOut();
            plan.steps()
                    .forEach(step -> out.println(Shown.of(step.action().name().toLowerCase(Locale.ROOT) + " "
                            + step.kind() + " " + step.id() + " (" + step.name() + ")")));
            out.println(Plurals.of(plan.steps().size(), "change") + (dryRun ? "; nothing was written" : ""));
            out.flush();
            return ExitCode.OK;
        }
    }
}
