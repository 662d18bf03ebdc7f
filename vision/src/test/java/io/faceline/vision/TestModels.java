package io.faceline.vision;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.detect.FaceDetectors;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.InferenceSettings;
import io.faceline.vision.model.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Locates models and photos for tests; skips tests that lack them. */
public final class TestModels {

    private TestModels() {}

    /** The folder with npm's node_modules. */
    public static Path npm() {
        var folder = Path.of(System.getProperty("faceline.npm", "models/npm"));
        assumeTrue(Files.isDirectory(folder.resolve("node_modules")), "the default models are not in " + folder);
        return folder;
    }

    /** A demo photo of the npm pack, 1 to 6. */
    public static Path sample(int number) {
        return npm().resolve("node_modules/@vladmandic/face-api/demo/sample" + number + ".jpg");
    }

    /** A file or folder of the test data that is never committed. */
    public static Path shared(String name) {
        var path = Path.of(System.getProperty("faceline.shared", "../shared"), name);
        assumeTrue(Files.exists(path), "no test data at " + path);
        return path;
    }

    public static InferenceSettings inference() {
        return InferenceSettings.of(InferencePermits.onePerCore(), Lane.BULK);
    }

    /** The default models only. */
    public static VisionSettings defaults() {
        return settings(List.of(), Optional.empty(), Optional.empty());
    }

    /** Models from the shared folder. */
    public static VisionSettings shared(String detector, String embedder) {
        return settings(List.of(shared("models")), Optional.of(detector), Optional.of(embedder));
    }

    private static VisionSettings settings(List<Path> folders, Optional<String> detector, Optional<String> embedder) {
        return new VisionSettings(
                npm(),
                folders,
                detector,
                Optional.empty(),
                embedder,
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                inference());
    }

    /** A model of the default pack or the shared folder. */
    public static FaceDetector detector(String name) {
        var folders = name.equals("rfb320") ? List.<Path>of() : List.of(shared("models"));
        var catalog = ModelCatalog.load(List.of());
        return FaceDetectors.open(name, catalog, ModelFiles.of(catalog, npm(), folders), inference());
    }

    public static Picture picture(Path file) throws IOException, ImageException {
        return picture(Blob.wrap(Files.readAllBytes(file)));
    }

    public static Picture picture(Blob image) throws ImageException {
        return new ImageDecoder(ImageLimits.DEFAULT).decode(image);
    }
}
