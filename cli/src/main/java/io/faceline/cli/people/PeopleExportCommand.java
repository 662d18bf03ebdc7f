package io.faceline.cli.people;

import io.faceline.api.people.ExportPeople;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.file.WrittenFile;
import io.faceline.contracts.Shown;
import io.faceline.standalone.pipeline.Stages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
        requireNew();
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.NONE)) {
            var everybody = new SharedGallery(pipeline).people();
            try (var out = new BufferedOutputStream(WrittenFile.create(file))) {
                new ExportPeople(pipeline.readGallery(), pipeline.readPhotos()).write(everybody, out);
            }
            spec.commandLine().getOut().println(Shown.of("exported " + everybody.size() + " people to " + file));
            return ExitCode.OK;
        }
    }

    private void requireNew() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw CommandFailure.wrongUsage(file + " exists; choose another name");
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailure.wrongUsage(file + " cannot be written: its folder does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.wrongUsage(file + " cannot be written: its folder is not writable");
        }
    }
}
