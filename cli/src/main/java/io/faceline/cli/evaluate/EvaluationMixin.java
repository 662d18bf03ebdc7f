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

/** The options that select the models of an evaluation. */
final class EvaluationMixin {
    @Option(names = "--models", paramLabel = "DIR", description = "Folder with additional model files.")
    private Path models;

    @Option(names = "--detector", paramLabel = "NAME", description = "Face detector; see 'faceline models list'.")
    private String detector;

    /**
     * The settings that the stages would use, so that the evaluation measures them.
     *
     * @param embedder overrides the environment and the catalog
     */
    VisionSettings settings(Optional<String> embedder) {
        var options = new ModelOptions(Optional.ofNullable(models), Optional.ofNullable(detector), embedder);
        var environment = new Settings(options.over(System.getenv()));
        var permits = InferencePermits.onePerCore();
        var detection = DetectorSettings.from(environment).in(Lane.BULK).vision(permits);
        var embeddingSettings = EmbedderSettings.from(environment).in(Lane.BULK).vision(permits);
        return new VisionSettings(
                detection.npmFolder(),
                detection.modelFolders(),
                detection.detector(),
                detection.secondDetector(),
                embeddingSettings.embedder(),
                detection.limits(),
                detection.smallestFace(),
                detection.inference());
    }

    /** @throws io.faceline.contracts.catalog.CatalogException when the catalog has no model of a name, listing the known ones */
    static void requireModels(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        settings.detector().ifPresent(catalog::detector);
        settings.embedder().ifPresent(catalog::embedder);
    }

    /** The thresholds and the calibration of the embedder from the catalog. */
    static MatchingFacts matching(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        return catalog.matching(settings.embedder().orElse(catalog.defaults().embedder()));
    }
}
