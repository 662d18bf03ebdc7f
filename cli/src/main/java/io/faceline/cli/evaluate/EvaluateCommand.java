package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PairsFile;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.search.EvaluateOpenSet;
import io.faceline.evaluation.verification.EvaluateVerification;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the accuracy of the models. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the accuracy of the models on labelled photos:",
            "  --images DIR --pairs FILE    verification (LFW protocol)",
            "  --gallery DIR --probes DIR   open-set identification",
            "  --images DIR --open-set N    open-set identification with N people enrolled at random",
            "In a photo with several faces, the one nearest to the centre counts."
        },
        subcommands = {
            EvaluateCalibrateCommand.class,
            EvaluateDetectionCommand.class,
            EvaluateGroupsCommand.class,
            EvaluateLearnRecognisabilityCommand.class,
            EvaluateLookAlikesCommand.class,
            EvaluateRecognisabilityCommand.class,
            EvaluateReportCommand.class,
            EvaluateTemplatesCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate --images lfw/ --pairs lfw/pairs.txt",
            "  faceline evaluate --images lfw/ --open-set 500 --seed 7 --json",
            "  faceline evaluate --gallery people/ --probes more-of-them/ --strangers others/",
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmbedderMixin models;

    @Option(names = "--images", paramLabel = "DIR", description = "Folder with one folder of photos per person.")
    private Path images;

    @Option(names = "--pairs", paramLabel = "FILE", description = "Pairs to compare, in the format of LFW's pairs.txt.")
    private Path pairs;

    @Option(
            names = "--open-set",
            paramLabel = "N",
            description =
                    "Enroll one photo of each of N people; search their other photos and those of everybody else.")
    private Integer openSet;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed of --open-set. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--gallery",
            paramLabel = "DIR",
            description = "People to enroll: folder with one folder of photos per person.")
    private Path gallery;

    @Option(
            names = "--probes",
            paramLabel = "DIR",
            description = "Other photos of the same people, in the same layout.")
    private Path probes;

    @Option(names = "--strangers", paramLabel = "DIR", description = "Photos of other people, in the same layout.")
    private Path strangers;

    @Mixin
    private JsonMixin output;

    @Override
    public Integer call() {
        try {
            var settings = models.settings();
            if (pairs != null) {
                compare(settings);
            } else {
                search(settings);
            }
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private void compare(VisionSettings settings) {
        require(images != null, "--pairs requires --images DIR, which holds the listed photos");
        require(openSet == null && gallery == null && probes == null, "--pairs can be combined with --images only");
        var file = PairsFile.read(pairs, images);
        try (var vision = Vision.open(settings)) {
            output.printer(spec)
                    .print(EvaluateVerification.run(
                            file, embed(vision), vision.embedder().modelId()));
        }
    }

    private void search(VisionSettings settings) {
        var set = openSet();
        try (var vision = Vision.open(settings)) {
            output.printer(spec).print(EvaluateOpenSet.run(set, embed(vision), EvaluationMixin.matching(settings)));
        }
    }

    private OpenSet openSet() {
        if (openSet != null) {
            require(images != null, "--open-set requires --images DIR");
            require(
                    gallery == null && probes == null && strangers == null,
                    "--open-set can be combined with --images only");
            var photos = LabelledFolder.read("--images", images);
            SeededSplit.require("--open-set", photos, openSet);
            return SeededSplit.of(photos, openSet, seed);
        }
        require(
                gallery != null && probes != null && images == null,
                "required: --images with --pairs or --open-set, or --gallery with --probes");
        return OpenSet.of(
                LabelledFolder.read("--gallery", gallery),
                LabelledFolder.read("--probes", probes),
                strangers == null ? Map.of() : LabelledFolder.read("--strangers", strangers));
    }

    private EmbedPhotos embed(Vision vision) {
        return new EmbedPhotos(vision, EmbedderMixin.progress(spec));
    }

    private static void require(boolean isValid, String message) {
        if (!isValid) {
            throw CommandFailure.wrongUsage(message);
        }
    }
}
