package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.evaluation.groups.EvaluateGroups;
import io.faceline.vision.Vision;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the accuracy by group of people. */
@Command(
        name = "groups",
        mixinStandardHelpOptions = true,
        description = {
            "Measures faces found and false names by age, gender and appearance, with 95 % intervals, on photos of"
                    + " FairFace (DIR/fairface) and UTKFace (DIR/utkface).",
            "With --images also missed and false names by gender, where a first name suggests one."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate groups groups/",
            "  faceline evaluate groups groups/ --images lfw/ --json",
            "  faceline evaluate groups --images lfw/",
        })
final class EvaluateGroupsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Folder with the folders fairface, utkface or both; may be omitted with --images.")
    private Path folder;

    @Mixin
    private EmbedderMixin models;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder with one folder of photos per person, named First_Last as in LFW.")
    private Path images;

    @Option(
            names = "--gallery-size",
            paramLabel = "N",
            description = "People of --images to enroll. Default: ${DEFAULT-VALUE}")
    private int gallerySize = 500;

    @Mixin
    private SeedMixin seed;

    @Mixin
    private JsonMixin output;

    @Override
    public Integer call() {
        try {
            run(evaluate());
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private EvaluateGroups evaluate() {
        if (folder == null && images == null) {
            throw CommandFailure.wrongUsage("required: DIR, --images or both");
        }
        if (images == null) {
            return EvaluateGroups.of(folder, seed.seed());
        }
        var named = LabelledFolder.read("--images", images);
        return folder == null
                ? EvaluateGroups.of(named, gallerySize, seed.seed())
                : EvaluateGroups.of(folder, named, gallerySize, seed.seed());
    }

    private void run(EvaluateGroups evaluate) {
        var settings = models.settings();
        EvaluationMixin.requireModels(settings);
        try (var vision = Vision.open(settings)) {
            output.printer(spec).print(evaluate.run(EmbedderMixin.context(vision, settings, spec)));
        }
    }
}
