package io.faceline.vision;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.detect.FaceDetectors;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.model.ModelException;
import io.faceline.vision.model.ModelFiles;

/** A face analyzer and an embedder. Owns both. A service that needs only one of them opens only that one. */
public record Vision(FaceAnalyzer analyzer, FaceEmbedder embedder) implements AutoCloseable {
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
        return new FaceAnalyzer(
                new ImageDecoder(settings.limits()), openDetector(settings), settings.smallestFace());
    }

    /** Opens the detector alone, which finds faces in pictures as they are. */
    public static FaceDetector openDetector(VisionSettings settings) {
        var catalog = ModelCatalog.load(settings.modelFolders());
        var name = settings.detector().orElse(catalog.defaults().detector());
        return FaceDetectors.open(name, catalog, files(settings, catalog), settings.inference());
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
