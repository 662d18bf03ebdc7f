package io.faceline.cli.people;

import io.faceline.api.people.InvalidLineException;
import io.faceline.api.people.PersonLine;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.command.Warnings;
import io.faceline.contracts.Shown;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonName;
import io.faceline.runtime.settings.FileFault;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports all people of an exported file. Nothing is imported unless the whole file is valid.",
        footer = {"", "Example:", "  faceline people --data ~/faceline import people.jsonl"})
final class PeopleImportCommand implements Callable<Integer> {
    @ParentCommand
    private PeopleCommand people;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "File written by 'faceline people export'.")
    private Path file;

    @Override
    public Integer call() {
        var everybody = read();
        var changes = changes(everybody);
        try (var pipeline = people.pipelineOptions().openPersistent(Stages.MATCHER)) {
            warnOfNamesakes(everybody, new SharedGallery(pipeline));
            changes.forEach(pipeline::change);
        }
        spec.commandLine().getOut().println(Shown.of("imported " + everybody.size() + " people from " + file));
        return ExitCode.OK;
    }

    /** Two people of one name may be one person, and cannot be told apart by the name. */
    private void warnOfNamesakes(List<PersonLine> everybody, SharedGallery known) {
        var ids = new HashMap<String, Set<String>>();
        known.people()
                .forEach(person -> idsOf(person.name(), ids).add(person.id().value()));
        everybody.forEach(person -> idsOf(person.name(), ids).add(person.id().value()));
        everybody.stream()
                .map(PersonLine::name)
                .distinct()
                .filter(name -> idsOf(name, ids).size() > 1)
                .forEach(name -> Warnings.print(
                        spec.commandLine().getErr(),
                        "several people are called \"" + name + "\": " + String.join(", ", idsOf(name, ids))
                                + "; rename them, or delete all but one if they are one person"));
    }

    private static Set<String> idsOf(String name, Map<String, Set<String>> ids) {
        return ids.computeIfAbsent(PersonName.folded(name), any -> new TreeSet<>());
    }

    private List<PersonLine> read() {
        try {
            return mapLines(Files.readAllLines(file), PersonLine::parse);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(file + " cannot be read: " + FileFault.reason(e));
        }
    }

    private List<Change> changes(List<PersonLine> everybody) {
        return mapLines(everybody, person -> person.change(SessionId.SHARED, person.id()));
    }

    private <T, R> List<R> mapLines(List<T> lines, Function<T, R> work) {
        var done = new ArrayList<R>();
        try {
            lines.forEach(line -> done.add(work.apply(line)));
        } catch (InvalidLineException e) {
            throw CommandFailure.failed(
                    file + ", line " + (done.size() + 1) + ": " + e.getMessage() + "; nothing was imported");
        }
        return done;
    }
}
