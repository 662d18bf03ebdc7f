package io.faceline.cli.rules;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all rules with the id, the name and whom they are about.",
        footer = {"", "Example:", "  faceline rules --data ~/faceline list"})
final class RulesListCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return rules.list(spec.commandLine().getOut());
    }
}
