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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well do the models recognise? */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well the models recognise, on photos whose people are known:",
            "  --images DIR --pairs FILE    is it the same person? (the LFW protocol)",
            "  --gallery DIR --probes DIR   who is it, and who is a stranger?",
            "  --images DIR --open-set N    likewise, N people enrolled by chance",
            "In a photo of several people the one nearest to the middle counts."
        },
        subcommands = {EvaluateCalibrateCommand.class, EvaluateReportCommand.class},
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
    private EvaluationMixin modelFlags;

    @Option(names = "--embedder", paramLabel = "NAME", description = "Which embedder; see 'faceline models list'.")
    private String embedder;

    @Option(names = "--images", paramLabel = "DIR", description = "Holds one folder a person, with photos.")
    private Path images;

    @Option(names = "--pairs", paramLabel = "FILE", description = "Pairs to compare, as LFW's pairs.txt lists them.")
    private Path pairs;

    @Option(
            names = "--open-set",
            paramLabel = "N",
            description = "Enroll one photo of each of N people, search their others, and everybody else's.")
    private Integer openSet;

    @Option(names = "--seed", paramLabel = "S", description = "Whom --open-set enrolls. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--gallery", paramLabel = "DIR", description = "Whom to enroll: one folder a person, with photos.")
    private Path gallery;

    @Option(names = "--probes", paramLabel = "DIR", description = "Other photos of them, in folders likewise.")
    private Path probes;

    @Option(names = "--strangers", paramLabel = "DIR", description = "Photos of others, in folders likewise.")
    private Path strangers;

    @Option(names = "--json", description = "One JSON object, and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            var settings = modelFlags.settings(Optional.ofNullable(embedder));
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
        require(images != null, "--pairs needs --images DIR, which holds the photos it lists");
        require(openSet == null && gallery == null && probes == null, "--pairs goes with --images only");
        var file = PairsFile.read(pairs, images);
        try (var vision = Vision.open(settings)) {
            printer()
                    .print(EvaluateVerification.run(
                            file, embed(vision), vision.embedder().modelId()));
        }
    }

    private void search(VisionSettings settings) {
        var set = openSet();
        try (var vision = Vision.open(settings)) {
            printer().print(EvaluateOpenSet.run(set, embed(vision), EvaluationMixin.matching(settings)));
        }
    }

    private OpenSet openSet() {
        if (openSet != null) {
            require(images != null, "--open-set needs --images DIR");
            require(gallery == null && probes == null && strangers == null, "--open-set goes with --images only");
            return SeededSplit.of(LabelledFolder.read("--images", images), openSet, seed);
        }
        require(
                gallery != null && probes != null && images == null,
                "needed: --images with --pairs or --open-set, or --gallery with --probes");
        return OpenSet.of(
                LabelledFolder.read("--gallery", gallery),
                LabelledFolder.read("--probes", probes),
                strangers == null ? Map.of() : LabelledFolder.read("--strangers", strangers));
    }

    private EmbedPhotos embed(Vision vision) {
        return new EmbedPhotos(vision, spec.commandLine().getErr()::println);
    }

    private EvaluationPrinter printer() {
        return new EvaluationPrinter(spec.commandLine().getOut(), json);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw CommandFailure.wrongUsage(otherwise);
        }
    }
}
