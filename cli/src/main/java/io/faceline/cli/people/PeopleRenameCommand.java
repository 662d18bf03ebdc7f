package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.Stages;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = "Renames a person.",
        footer = {"", "Example:", "  faceline people --data ~/faceline rename \"Ada Byron\" \"Ada Lovelace\""})
final class PeopleRenameCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "Current name of the person, or the id if several have it.")
    private String oldName;

    @Parameters(index = "1", paramLabel = "NEW", description = "New name of the person.")
    private String newName;

    @Override
    public Integer call() {
        var changed = CheckedName.of(newName);
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.MATCHER)) {
            var gallery = new SharedGallery(pipeline);
            var person = gallery.require(oldName);
            gallery.namesakes(changed, Optional.of(person.id())).stream()
                    .findFirst()
                    .ifPresent(other -> {
                        throw CommandFailure.wrongUsage(
                                "the name \"" + changed + "\" is already in use: " + SharedGallery.text(other));
                    });
            pipeline.change(
                    new Change.RenamePerson(UUID.randomUUID().toString(), SessionId.SHARED, person.id(), changed));
            spec.commandLine().getOut().println(Shown.of("renamed " + person.name() + " to " + changed));
            return ExitCode.OK;
        }
    }
}
