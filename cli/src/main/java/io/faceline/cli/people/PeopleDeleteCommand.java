package io.faceline.cli.people;

import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.Stages;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a person with name, photos and embeddings. The next answer no longer names the person.",
        footer = {"", "Example:", "  faceline people --data ~/faceline delete \"Ada Lovelace\""})
final class PeopleDeleteCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Name of the person, or the id if several have the name.")
    private String name;

    @Override
    public Integer call() {
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.MATCHER)) {
            var person = new SharedGallery(pipeline).require(name);
            pipeline.change(new Change.DeletePerson(UUID.randomUUID().toString(), SessionId.SHARED, person.id()));
            spec.commandLine()
                    .getOut()
                    .println(Shown.of(
                            "deleted " + person.name() + ": " + person.photos().size() + " photos"));
            return ExitCode.OK;
        }
    }
}
