package io.faceline.cli.people;

import io.faceline.api.people.ExportPeople;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.standalone.pipeline.Stages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            "Exports all people with photos and embeddings to a file, one JSON line per person.",
            "The file holds biometric data: protect it like passwords."
        },
        footer = {"", "Example:", "  faceline people --data ~/faceline export people.jsonl"})
final class PeopleExportCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "File to write; an existing file is not overwritten.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw CommandFailure.wrongUsage(file + " exists; choose another name");
        }
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.NONE)) {
            var everybody = new SharedGallery(pipeline).people();
            try (var out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                new ExportPeople(pipeline.readGallery()).write(everybody, out);
            }
            spec.commandLine().getOut().println("exported " + everybody.size() + " people to " + file);
            return ExitCode.OK;
        }
    }
}
