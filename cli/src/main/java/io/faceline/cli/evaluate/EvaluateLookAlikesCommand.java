package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.lookalike.EvaluateLookAlikes;
import io.faceline.vision.Vision;
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
    private EmbedderMixin models;

    @Mixin
    private LabelledPhotosMixin photos;

    @Option(names = "--count", paramLabel = "N", description = "Pairs of people. Default: ${DEFAULT-VALUE}")
    private int count = 50;

    @Mixin
    private JsonMixin output;

    @Override
    public Integer call() {
        if (count < 1) {
            throw CommandFailure.wrongUsage("--count must be at least 1, was " + count);
        }
        try {
            run(new EvaluateLookAlikes(photos.read(), count, photos.seed()));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private void run(EvaluateLookAlikes evaluate) {
        var settings = models.settings();
        EvaluationMixin.requireModels(settings);
        try (var vision = Vision.open(settings)) {
            output.printer(spec).print(evaluate.run(EmbedderMixin.context(vision, settings, spec)));
        }
    }
}
