package io.faceline.standalone.cli;

import io.faceline.contracts.Person;
import io.faceline.contracts.Reference;
import io.faceline.contracts.serde.Mappers;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everybody with photos and embeddings to a file, a line of JSON a person.",
            "The file holds biometric data: keep it as you keep passwords."
        },
        footer = {"", "Example:", "  faceline people --data ~/faceline export people.jsonl"})
final class PeopleExportCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Where to; an existing file is not overwritten.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw CommandFailure.wrongUsage(file + " exists; choose another name");
        }
        try (var pipeline = people.pipelineFlags().openLasting(Stages.NONE)) {
            var references = pipeline.readGallery().values();
            var everybody = new SharedGallery(pipeline).people();
            try (var out = Files.newBufferedWriter(file)) {
                for (var person : everybody) {
                    out.write(Mappers.JSON.writeValueAsString(line(person, references)));
                    out.write('\n');
                }
            }
            spec.commandLine().getOut().println("exported " + everybody.size() + " people to " + file);
            return ExitCode.OK;
        }
    }

    private static PersonLine line(Person person, Collection<Reference> references) {
        var own = references.stream()
                .filter(reference -> reference.person().equals(person.id()))
                .toList();
        return new PersonLine(person.id(), person.name(), person.photos(), own);
    }
}
