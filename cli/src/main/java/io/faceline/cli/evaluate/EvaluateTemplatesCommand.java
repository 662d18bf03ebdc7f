package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.templates.EvaluateTemplates;
import io.faceline.evaluation.templates.TemplateFaces;
import io.faceline.evaluation.templates.TemplateReport;
import io.faceline.vision.image.decode.ImageDecoder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what several photos of a person are worth. */
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what several photos of a person are worth, good and poor ones: compared by the most similar photo, by"
                    + " the plain mean and by the template of the matcher, with and without the mirrored crop.",
            "Also twice as many people with one photo each, and the reliability of the confidences."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate templates --images lfw/",
            "  faceline evaluate templates --images lfw/ --cache faces/ --json",
        })
final class EvaluateTemplatesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmbedderMixin models;

    @Mixin
    private LabelledPhotosMixin photos;

    @Mixin
    private FaceCacheMixin cache;

    @Mixin
    private JsonMixin output;

    @Option(
            names = "--gallery-size",
            paramLabel = "N",
            description = "People enrolled, those without enough photos with one. Default: ${DEFAULT-VALUE}")
    private int gallerySize = 500;

    @Option(
            names = "--splits",
            paramLabel = "N",
            description = "Random choices of whom to enroll. Default: ${DEFAULT-VALUE}")
    private int splits = 20;

    @Override
    public Integer call() {
        try {
            output.printer(spec).print(measure());
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private TemplateReport measure() {
        var settings = models.settings();
        EvaluationMixin.requireModels(settings);
        cache.check();
        var progress = EmbedderMixin.progress(spec);
        var evaluate = new EvaluateTemplates(
                EvaluationMixin.matching(settings), photos.read(), gallerySize, splits, photos.seed(), progress);
        try (var embedding = SamplingMixin.open(settings)) {
            var sample = new SampleFaces(
                    embedding, new ImageDecoder(settings.limits()), cache.open(), photos.seed(), progress);
            return evaluate.run(
                    TemplateFaces.of(sample, photos.folder(), evaluate.photos(), EvaluateTemplates.SEVERAL));
        }
    }
}
