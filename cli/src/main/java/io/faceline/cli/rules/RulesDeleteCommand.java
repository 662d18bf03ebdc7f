package io.faceline.cli.rules;

import io.faceline.alerting.definition.DefinitionException;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionPlan;
import io.faceline.alerting.definition.Definitions;
import io.faceline.alerting.definition.WrittenDefinitions;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.standalone.pipeline.Stages;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a rule. Its open alerts are closed.",
        footer = {"", "Example:", "  faceline rules --data ~/faceline delete back-door-at-night"})
final class RulesDeleteCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "Id of the rule.")
    private String id;

    @Override
    public Integer call() {
        try (var pipeline = rules.pipelineOptions().openPersistent(Stages.NONE)) {
            var stored = new StoredRules(pipeline);
            var known = stored.read();
            var rule = DefinitionKind.RULE
                    .find(known, id)
                    .orElseThrow(() -> CommandFailure.wrongUsage(
                            "there is no rule \"" + id + "\"; 'faceline rules list' lists all rules"));
            stored.write(plan(stored, known, rule).steps());
            spec.commandLine().getOut().println(Shown.of("deleted rule " + id + " (" + rule.name() + ")"));
            return ExitCode.OK;
        }
    }

    private static DefinitionPlan plan(StoredRules stored, Definitions known, AlertRule rule) {
        var others = known.rules().stream().filter(other -> !other.equals(rule)).toList();
        try {
            var wanted = new WrittenDefinitions(DefinitionKind.RULE.alone(others), Set.of(DefinitionKind.RULE));
            return stored.plan(known, wanted, true);
        } catch (DefinitionException e) {
            throw CommandFailure.failed(e.getMessage());
        }
    }
}
