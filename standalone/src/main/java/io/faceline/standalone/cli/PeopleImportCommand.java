package io.faceline.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.Change;
import io.faceline.contracts.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Adds everybody from an exported file. Nothing is added unless the whole file can be read.",
        footer = {"", "Example:", "  faceline people --data ~/faceline import people.jsonl"})
final class PeopleImportCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "What 'faceline people export' wrote.")
    private Path file;

    @Override
    public Integer call() {
        var everybody = read();
        try (var pipeline = people.pipelineFlags().openLasting(Stages.MATCHER)) {
            everybody.forEach(person -> put(person, pipeline));
        }
        spec.commandLine().getOut().println("imported " + everybody.size() + " people from " + file);
        return ExitCode.OK;
    }

    private List<PersonLine> read() {
        var everybody = new ArrayList<PersonLine>();
        try {
            for (var line : Files.readAllLines(file)) {
                everybody.add(Mappers.JSON.readValue(line, PersonLine.class));
            }
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed(file + ", line " + (everybody.size() + 1) + " is no exported person: "
                    + e.getOriginalMessage() + "; nothing was imported");
        } catch (IOException e) {
            throw CommandFailure.failed(file + " cannot be read: " + e.getMessage());
        }
        return everybody;
    }

    private static void put(PersonLine person, Pipeline pipeline) {
        for (var reference : person.references()) {
            pipeline.change(new Change.PutReference(
                    UUID.randomUUID().toString(),
                    SessionId.SHARED,
                    person.name(),
                    reference,
                    person.photoOf(reference)));
        }
    }
}
