package io.faceline.cli.rules;

import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.contracts.Shown;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.standalone.pipeline.Stages;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists and changes the rules of alerts, with watch lists, groups and receivers. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Lists and changes the rules of alerts, with watch lists, groups and receivers. Default command: list.",
        footer = {
            "",
            "Examples:",
            "  faceline rules --data ~/faceline",
            "  faceline rules --data ~/faceline export rules.yml",
            "  faceline rules --data ~/faceline import rules.yml --dry-run",
            "  faceline rules --data ~/faceline try rules.yml --last 2h",
        },
        subcommands = {
            RulesListCommand.class,
            RulesExportCommand.class,
            RulesImportCommand.class,
            RulesCheckCommand.class,
            RulesTryCommand.class,
            RulesDeleteCommand.class
        })
public final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineMixin pipelineOptions;

    PipelineMixin pipelineOptions() {
        return pipelineOptions;
    }

    @Override
    public Integer call() {
        return list(spec.commandLine().getOut());
    }

    int list(PrintWriter out) {
        try (var pipeline = pipelineOptions.openPersistent(Stages.NONE)) {
            var known = new StoredRules(pipeline).read();
            known.rules().stream()
                    .sorted(Comparator.comparing(rule -> rule.id().value()))
                    .forEach(rule -> out.println(text(rule)));
            out.println(CountsText.of(known));
            out.flush();
            return ExitCode.OK;
        }
    }

    private static String text(AlertRule rule) {
        return Shown.of(rule.id()) + "  " + Shown.of(rule.name()) + "  " + SubjectText.of(rule.who()) + state(rule);
    }

    private static String state(AlertRule rule) {
        if (rule.enabled()) {
            return "";
        }
        return rule.disabledBecause() == null ? "  disabled" : "  disabled: " + Shown.of(rule.disabledBecause());
    }
}
