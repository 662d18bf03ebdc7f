package io.faceline.cli.evaluate;

import io.faceline.contracts.Shown;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.decode.ImageDecoder;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that select the models of an evaluation of one embedder. */
final class EmbedderMixin {
    @Mixin
    private EvaluationMixin models;

    @Option(names = "--embedder", paramLabel = "NAME", description = "Face embedder; see 'faceline models list'.")
    private String embedder;

    VisionSettings settings() {
        return models.settings(Optional.ofNullable(embedder));
    }

    /** @param vision opened with the settings; closed by the caller */
    static EvaluationContext context(Vision vision, VisionSettings settings, CommandSpec spec) {
        return new EvaluationContext(
                new EmbedPhotos(vision, progress(spec)),
                new ImageDecoder(settings.limits()),
                EvaluationMixin.matching(settings));
    }

    /** Prints each line to standard error. */
    static Consumer<String> progress(CommandSpec spec) {
        return line -> spec.commandLine().getErr().println(Shown.of(line));
    }
}
