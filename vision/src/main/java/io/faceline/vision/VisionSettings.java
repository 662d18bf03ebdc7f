package io.faceline.vision;

import io.faceline.contracts.frame.Lane;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.InferenceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Models, model folders and limits.
 *
 * @param npmFolder where npm installed the default pack, see {@link DefaultModels#folder}
 * @param modelFolders additional folders with model files and catalogs, in search order
 * @param detector name in the catalog; the catalog's default if empty
 * @param secondDetector name in the catalog of the detector for images in which the first finds no face; none if empty
 * @param embedder name in the catalog; the catalog's default if empty
 */
public record VisionSettings(
        Path npmFolder,
        List<Path> modelFolders,
        Optional<String> detector,
        Optional<String> secondDetector,
        Optional<String> embedder,
        ImageLimits limits,
        MinimumFaceSize smallestFace,
        InferenceSettings inference) {
    public VisionSettings {
        modelFolders = List.copyOf(modelFolders);
    }

    /** The default models from their default folder. */
    public static VisionSettings defaults(InferencePermits permits, Lane lane) {
        return new VisionSettings(
                DefaultModels.folder(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                InferenceSettings.of(permits, lane));
    }
}
