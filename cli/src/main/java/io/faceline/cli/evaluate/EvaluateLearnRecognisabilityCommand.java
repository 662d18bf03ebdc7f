package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.PlainFolder;
import io.faceline.evaluation.learning.LearnFromPhotos;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns to tell poor faces of an embedder. */
@Command(
        name = "learn-recognisability",
        mixinStandardHelpOptions = true,
        description = {
            "Learns to tell poor faces of an embedder from ordinary ones, and what follows for a pair of them: writes"
                    + " the file that embedding.recognisability in catalog.json names.",
            "Learns from the photos of --photos, turned, covered, blurred, darkened, reduced and compressed, and tunes on"
                    + " two fifths of the people of --images, --masks and --children."
        },
        footer = {
            "",
            "Example:",
            "  faceline evaluate learn-recognisability fr_feature.recognisability.json --photos fairface/ --images lfw/"
                    + " --masks with_mask/ --children utkface/",
        })
final class EvaluateLearnRecognisabilityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "File to write.")
    private Path file;

    @Mixin
    private EmbedderMixin models;

    @Mixin
    private SamplingMixin sampling;

    @Option(
            names = "--photos",
            paramLabel = "DIR",
            required = true,
            description = "Folder of clear, upright photos of many people to learn from.")
    private Path photos;

    @Option(
            names = "--learned-from",
            paramLabel = "TEXT",
            description = "What the photos are, and their licence; part of the file. Default: ${DEFAULT-VALUE}")
    private String learnedFrom = "FairFace (Kärkkäinen and Joo, WACV 2021), CC BY 4.0";

    @Override
    public Integer call() {
        try {
            write();
            spec.commandLine().getOut().println(Shown.of(file));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        } catch (IOException e) {
            throw CommandFailure.failed(file + " cannot be written: " + FileFault.reason(e));
        }
    }

    private void write() throws IOException {
        var settings = models.settings();
        var progress = EmbedderMixin.progress(spec);
        var learned = PlainFolder.photos("--photos", photos, name -> true);
        sampling.check(1);
        EvaluationMixin.requireModels(settings);
        try (var embedding = SamplingMixin.open(settings)) {
            var sample = sampling.sample(embedding, settings, progress);
            var people = sampling.people(sample);
            var learn = new LearnFromPhotos(sample, EvaluationMixin.matching(settings), sampling.seed(), progress);
            Files.write(
                    file,
                    learn.run(photos, learned, people, sampling.others(sample), learnedFrom)
                            .write()
                            .toByteArray());
        }
    }
}
