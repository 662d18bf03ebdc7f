package io.faceline.vision;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.vision.detect.DetectorWithFallback;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.detect.FaceDetectors;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelException;
import io.faceline.vision.model.ModelFiles;
import java.util.Optional;

/** A face analyzer and an embedder. Owns both. A service that needs only one of them opens only that one. */
public record Vision(FaceAnalyzer analyzer, FaceEmbedder embedder) implements AutoCloseable {
    private static final String POSE_MODEL = "fr_pose";

    /**
     * @throws io.faceline.contracts.catalog.CatalogException when the catalog is invalid or does not contain a model
     * @throws ModelException when a file is missing or damaged
     */
    public static Vision open(VisionSettings settings) {
        var analyzer = openAnalyzer(settings);
        try {
            return new Vision(analyzer, openEmbedder(settings));
        } catch (RuntimeException e) {
            analyzer.close();
            throw e;
        }
    }

    /** Opens the analyzer of the detector stage. */
    public static FaceAnalyzer openAnalyzer(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        var detector = openDetector(settings, catalog);
        try {
            return new FaceAnalyzer(
                    new ImageDecoder(settings.limits()),
                    detector,
                    openPoseModel(settings, catalog),
                    settings.smallestFace());
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    /** Empty where the default pack is not installed, which other detectors and embedders do not need. */
    private static Optional<PoseModel> openPoseModel(VisionSettings settings, ModelCatalog catalog) {
        var files = files(settings, catalog);
        var facts = catalog.model(POSE_MODEL);
        return files.find(facts).map(file -> new PoseModel(ImageModel.open(files, facts, settings.inference())));
    }

    /** Opens the detector alone, which finds faces in pictures as they are. */
    public static FaceDetector openDetector(VisionSettings settings) {
        return openDetector(settings, ModelCatalog.load(settings.modelFolders()));
    }

    private static FaceDetector openDetector(VisionSettings settings, ModelCatalog catalog) {
        var files = files(settings, catalog);
        var name = settings.detector().orElse(catalog.defaults().detector());
        settings.secondDetector().ifPresent(catalog::secondDetector);
        var first = FaceDetectors.open(name, catalog, files, settings.inference());
        if (settings.secondDetector().isEmpty()) {
            return first;
        }
        try {
            var second = FaceDetectors.open(settings.secondDetector().get(), catalog, files, settings.inference());
            return new DetectorWithFallback(first, second);
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Opens the embedder of the embedder stage. */
    public static FaceEmbedder openEmbedder(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        var name = settings.embedder().orElse(catalog.defaults().embedder());
        return FaceEmbedder.open(name, catalog, files(settings, catalog), settings.inference());
    }

    private static ModelFiles files(VisionSettings settings, ModelCatalog catalog) {
        return ModelFiles.of(catalog, settings.npmFolder(), settings.modelFolders());
    }

    @Override
    public void close() {
        embedder.close();
        analyzer.close();
    }
}
