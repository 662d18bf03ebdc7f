package io.faceline.cli.people;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all people with the number of photos and the id.",
        footer = {"", "Example:", "  faceline people --data ~/faceline list"})
final class PeopleListCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return people.list(spec.commandLine().getOut());
    }
}
