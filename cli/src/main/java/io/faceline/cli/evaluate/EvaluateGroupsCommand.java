package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.groups.EvaluateGroups;
import io.faceline.vision.Vision;
import io.faceline.vision.image.decode.ImageDecoder;
import java.nio.file.Path;
import java.util.Optional;
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
    private EvaluationMixin modelOptions;

    @Option(names = "--embedder", paramLabel = "NAME", description = "Face embedder; see 'faceline models list'.")
    private String embedder;

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

    @Option(names = "--seed", paramLabel = "S", description = "Random seed. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object and nothing else to standard output.")
    private boolean json;

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
            return EvaluateGroups.of(folder, seed);
        }
        var named = LabelledFolder.read("--images", images);
        return folder == null
                ? EvaluateGroups.of(named, gallerySize, seed)
                : EvaluateGroups.of(folder, named, gallerySize, seed);
    }

    private void run(EvaluateGroups evaluate) {
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
