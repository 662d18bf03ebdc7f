package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.calibration.Calibrate;
import io.faceline.evaluation.calibration.CalibrationReport;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.Vision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the thresholds and the calibration of an embedder. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Fits the thresholds and the calibration of an embedder for catalog.json on labelled photos: the thresholds"
                    + " from false positive rates, the calibration from similarity to confidence.",
            "Needs twice the gallery size in people with two photos, as the fit is evaluated on held-out people."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate calibrate --images lfw/",
            "  faceline evaluate calibrate --images lfw/ --models more/ --detector scrfd_500m --embedder w600k_mbf",
        })
final class EvaluateCalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EvaluationMixin modelOptions;

    @Option(names = "--embedder", paramLabel = "NAME", description = "Face embedder; may be repeated.")
    private List<String> embedders = new ArrayList<>();

    @Mixin
    private LabelledPhotosMixin photos;

    @Option(
            names = "--gallery-size",
            paramLabel = "N",
            description = "People enrolled per trial of the calibration. Default: ${DEFAULT-VALUE}")
    private int gallerySize = 100;

    @Option(
            names = "--threshold-gallery-size",
            paramLabel = "N",
            description = "People enrolled to choose the thresholds. Default: ${DEFAULT-VALUE}")
    private int thresholdGallerySize = 500;

    @Option(names = "--json", description = "Print one JSON object per embedder and nothing else to standard output.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            var calibrate = new Calibrate(photos.read(), gallerySize, thresholdGallerySize, photos.seed());
            var printer = new EvaluationPrinter(spec.commandLine().getOut(), json);
            names().forEach(embedder -> printer.print(run(calibrate, embedder)));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private Stream<Optional<String>> names() {
        return embedders.isEmpty()
                ? Stream.of(Optional.empty())
                : embedders.stream().map(Optional::of);
    }

    private CalibrationReport run(Calibrate calibrate, Optional<String> embedder) {
        var settings = modelOptions.settings(embedder);
        try (var vision = Vision.open(settings)) {
            var context = EmbedderMixin.context(vision, settings, spec);
            return calibrate.run(context.embed(), context.model());
        }
    }
}
