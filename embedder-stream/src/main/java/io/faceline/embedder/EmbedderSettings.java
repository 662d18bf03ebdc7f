package io.faceline.embedder;

import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.InferenceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the embedder.
 *
 * @param models additional folders with model files and catalogs
 * @param embedder name in the catalog; the catalog's default if empty
 * @param reuse whether faces of a camera that hardly move take their last embedding again
 */
public record EmbedderSettings(
        Lane lane, int threads, List<Path> models, Optional<String> embedder, Device device, boolean reuse) {
    public EmbedderSettings {
        models = List.copyOf(models);
    }

    public static EmbedderSettings from(Settings settings) {
        var cores = Runtime.getRuntime().availableProcessors();
        return new EmbedderSettings(
                settings.choice("FACELINE_LANE", Lane.LIVE),
                settings.integer("FACELINE_EMBEDDER_THREADS", cores, 1, 64),
                settings.paths("FACELINE_MODELS"),
                settings.optional("FACELINE_EMBEDDER"),
                settings.choice("FACELINE_DEVICE", Device.CPU),
                settings.flag("FACELINE_REUSE_EMBEDDINGS", true));
    }

    /**
     * Identifies what decides which embedding a face has.
     *
     * @param modelId the embedder in use, with the hash of its file
     */
    public Fingerprint fingerprint(String modelId) {
        return Fingerprint.of(
                lane == Lane.CAMERA
                        ? Map.of("model", modelId, "reuse", Boolean.toString(reuse))
                        : Map.of("model", modelId));
    }

    /** The same settings for another lane. */
    public EmbedderSettings in(Lane other) {
        return new EmbedderSettings(other, threads, models, embedder, device, reuse);
    }

    /** The vision settings of the embedder. */
    public VisionSettings vision(InferencePermits permits) {
        return new VisionSettings(
                DefaultModels.folder(),
                models,
                Optional.empty(),
                Optional.empty(),
                embedder,
                ImageLimits.DEFAULT,
                MinimumFaceSize.DEFAULT,
                new InferenceSettings(device, 1, permits, lane));
    }
}
