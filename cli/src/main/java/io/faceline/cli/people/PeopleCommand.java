package io.faceline.cli.people;

import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.PipelineMixin;
import io.faceline.contracts.Shown;
import io.faceline.standalone.pipeline.Stages;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists and changes the people of the shared gallery. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Lists and changes the people of the shared gallery. Default command: list.",
        footer = {
            "",
            "Examples:",
            "  faceline people --data ~/faceline",
            "  faceline people --data ~/faceline rename \"Ada Byron\" \"Ada Lovelace\"",
            "  faceline people --data ~/faceline export people.jsonl",
        },
        subcommands = {
            PeopleListCommand.class,
            PeopleRenameCommand.class,
            PeopleDeleteCommand.class,
            PeopleExportCommand.class,
            PeopleImportCommand.class,
            PeopleReembedCommand.class
        })
public final class PeopleCommand implements Callable<Integer> {
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
            var people = new SharedGallery(pipeline).people();
            people.forEach(person -> out.printf(
                    Locale.ROOT,
                    "%s  %d photos  %s%n",
                    Shown.of(person.name()),
                    person.photos().size(),
                    Shown.of(person.id())));
            out.printf(Locale.ROOT, "%d people%n", people.size());
            out.flush();
            return ExitCode.OK;
        }
    }
}
