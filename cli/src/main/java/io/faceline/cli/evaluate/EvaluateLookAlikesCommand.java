package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.lookalike.EvaluateLookAlikes;
import io.faceline.vision.Vision;
import io.faceline.vision.image.decode.ImageDecoder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what is said of look-alikes. */
@Command(
        name = "lookalikes",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the different people who resemble each other most, and measures what is said of their photos: with one of"
                    + " the two enrolled, and with both."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate lookalikes --images lfw/",
        })
final class EvaluateLookAlikesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EvaluationMixin modelOptions;

    @Option(names = "--embedder", paramLabel = "NAME", description = "Face embedder; see 'faceline models list'.")
    private String embedder;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            required = true,
            description = "Folder with one folder of photos per person.")
    private Path images;

    @Option(names = "--count", paramLabel = "N", description = "Pairs of people. Default: ${DEFAULT-VALUE}")
    private int count = 50;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object and nothing else to standard output.")
    private boolean json;

    @Override
    public Integer call() {
        if (count < 1) {
            throw CommandFailure.wrongUsage("--count must be at least 1, was " + count);
        }
        try {
            run(new EvaluateLookAlikes(LabelledFolder.read("--images", images), count, seed));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private void run(EvaluateLookAlikes evaluate) {
        var settings = modelOptions.settings(Optional.ofNullable(embedder));
        EvaluationMixin.requireModels(settings);
        try (var vision = Vision.open(settings)) {
            var embed =
                    new EmbedPhotos(vision, line -> spec.commandLine().getErr().println(Shown.of(line)));
            var context = new EvaluationContext(
                    embed, new ImageDecoder(settings.limits()), EvaluationMixin.matching(settings));
            new EvaluationPrinter(spec.commandLine().getOut(), json).print(evaluate.run(context));
        }
    }
}
