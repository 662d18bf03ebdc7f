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
 * Which models see, and within what limits.
 *
 * @param npmFolder where npm put the default pack, see {@link DefaultModels#folder}
 * @param modelFolders further folders with files and entries of the catalog, in the order they are searched
 * @param detector its name in the catalog; the catalog's default when empty
 * @param embedder likewise
 */
public record VisionSettings(
        Path npmFolder,
        List<Path> modelFolders,
        Optional<String> detector,
        Optional<String> embedder,
        ImageLimits limits,
        MinimumFaceSize smallestFace,
        InferenceSettings inference) {
    public VisionSettings {
        modelFolders = List.copyOf(modelFolders);
    }

    /** The default pack from its default folder. */
    public static VisionSettings defaults(InferencePermits permits, Lane lane) {
        return new VisionSettings(
                DefaultModels.folder(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                InferenceSettings.of(permits, lane));
    }
}
