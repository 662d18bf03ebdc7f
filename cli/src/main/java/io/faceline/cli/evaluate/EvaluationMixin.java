package io.faceline.cli.evaluate;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.model.InferencePermits;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which models an evaluation is of. */
final class EvaluationMixin {
    @Option(names = "--models", paramLabel = "DIR", description = "A folder with further model files.")
    private Path models;

    @Option(names = "--detector", paramLabel = "NAME", description = "Which detector; see 'faceline models list'.")
    private String detector;

    /**
     * What the stages would see with, so that the evaluation is of them.
     *
     * @param embedder goes before the environment and the catalog
     */
    VisionSettings settings(Optional<String> embedder) {
        var options = new ModelOptions(Optional.ofNullable(models), Optional.ofNullable(detector), embedder);
        var environment = new Settings(options.over(System.getenv()));
        var permits = InferencePermits.onePerCore();
        var finding = DetectorSettings.from(environment).in(Lane.BULK).vision(permits);
        var embedding = EmbedderSettings.from(environment).in(Lane.BULK).vision(permits);
        return new VisionSettings(
                finding.npmFolder(),
                finding.modelFolders(),
                finding.detector(),
                embedding.embedder(),
                finding.limits(),
                finding.smallestFace(),
                finding.inference());
    }

    /** The thresholds and the calibration of the embedder, as the catalog has them. */
    static MatchingFacts matching(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        return catalog.matching(settings.embedder().orElse(catalog.defaults().embedder()));
    }
}
