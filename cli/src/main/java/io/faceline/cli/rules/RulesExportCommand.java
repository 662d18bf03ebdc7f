package io.faceline.cli.rules;

import io.faceline.alerting.definition.DefinitionsFile;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.file.WrittenFile;
import io.faceline.contracts.Shown;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            "Writes all rules, lists, groups and receivers as YAML, to a file or else to standard output.",
            "Secrets are left out."
        },
        footer = {"", "Example:", "  faceline rules --data ~/faceline export rules.yml"})
final class RulesExportCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "File to write; an existing file is not overwritten.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            requireNew();
        }
        try (var pipeline = rules.pipelineOptions().openPersistent(Stages.NONE)) {
            var known = new StoredRules(pipeline).read();
            var yaml = DefinitionsFile.write(known);
            var out = spec.commandLine().getOut();
            if (file == null) {
                out.print(yaml);
                out.flush();
                return ExitCode.OK;
            }
            try (var written = WrittenFile.create(file)) {
                written.write(yaml.getBytes(StandardCharsets.UTF_8));
            }
            out.println(Shown.of("exported " + CountsText.of(known) + " to " + file));
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
