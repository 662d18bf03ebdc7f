package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.recognisability.RecognisabilityStudy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often strangers are named and known people missed when photos are poor. */
@Command(
        name = "recognisability",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how often strangers are named and known people missed when photos are turned, covered, blurred,"
                    + " dark, small or compressed, on one side and on both; prints Markdown.",
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate recognisability --images lfw/ --masks with_mask/ --children utkface/ --cache faces/",
            "  faceline evaluate recognisability --images lfw/ --max-people 40 --gallery-size 50 --splits 3",
        })
final class EvaluateRecognisabilityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmbedderMixin models;

    @Mixin
    private SamplingMixin sampling;

    @Option(
            names = "--gallery-size",
            paramLabel = "N",
            description = "People enrolled, with one photo each. Default: ${DEFAULT-VALUE}")
    private int gallerySize = 500;

    @Option(
            names = "--splits",
            paramLabel = "N",
            description = "Random choices of whom to enroll. Default: ${DEFAULT-VALUE}")
    private int splits = 20;

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().print(measure());
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private String measure() {
        var settings = models.settings();
        var progress = EmbedderMixin.progress(spec);
        requireAtLeastOne("--gallery-size", gallerySize);
        requireAtLeastOne("--splits", splits);
        sampling.check(gallerySize);
        EvaluationMixin.requireModels(settings);
        var study = new RecognisabilityStudy(
                EvaluationMixin.matching(settings), gallerySize, splits, sampling.seed(), progress);
        try (var embedding = SamplingMixin.open(settings)) {
            var sample = sampling.sample(embedding, settings, progress);
            var others = sampling.others(sample);
            return study.run(sampling.people(sample)::faces, others, command());
        }
    }

    private static void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new EvaluationException(option + " must be at least 1, was " + value);
        }
    }

    private String command() {
        return "faceline "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
