package io.faceline.detector;

import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.DefaultModels;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.InferenceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the detector.
 *
 * @param models additional folders with model files and catalogs
 * @param detector name in the catalog; the catalog's default if empty
 * @param secondDetector name in the catalog of the detector for images in which the first finds no face; none if empty
 * @param maxImageBytes size of an encoded image
 * @param maxImagePixels pixels of an image, declared and decoded
 * @param decodeTimeout processor time after which the decoding of an image is killed
 * @param maxFaces maximum number of faces per image; the most confident are kept
 * @param camera limits of the camera lane
 */
public record DetectorSettings(
        Lane lane,
        int threads,
        List<Path> models,
        Optional<String> detector,
        Optional<String> secondDetector,
        Device device,
        long maxImageBytes,
        long maxImagePixels,
        Duration decodeTimeout,
        MinimumFaceSize smallestFace,
        int maxFaces,
        CameraLimits camera) {
    /** This many faces make a record of 8 MB, half of the maximum record size. */
    private static final int DEFAULT_MAX_FACES = 200;

    public DetectorSettings {
        models = List.copyOf(models);
    }

    public static DetectorSettings from(Settings settings) {
        var cores = Runtime.getRuntime().availableProcessors();
        var limits = ImageLimits.DEFAULT;
        return new DetectorSettings(
                settings.choice("FACELINE_LANE", Lane.LIVE),
                settings.integer("FACELINE_DETECTOR_THREADS", cores, 1, 64),
                settings.paths("FACELINE_MODELS"),
                settings.optional("FACELINE_DETECTOR"),
                settings.optional("FACELINE_SECOND_DETECTOR"),
                settings.choice("FACELINE_DEVICE", Device.CPU),
                settings.integer("FACELINE_MAX_IMAGE_BYTES", (int) limits.maxBytes(), 1, Integer.MAX_VALUE),
                settings.integer("FACELINE_MAX_IMAGE_PIXELS", (int) limits.maxPixels(), 1, Integer.MAX_VALUE),
                settings.duration("FACELINE_DECODE_TIMEOUT", limits.maxDecodingTime()),
                smallestFace(settings),
                settings.integer("FACELINE_MAX_FACES", DEFAULT_MAX_FACES, 1, 2 * DEFAULT_MAX_FACES),
                CameraLimits.from(settings));
    }

    private static MinimumFaceSize smallestFace(Settings settings) {
        var defaults = MinimumFaceSize.DEFAULT;
        return new MinimumFaceSize(
                settings.integer("FACELINE_SMALLEST_FACE_PIXELS", defaults.inPhotos(), 1, 10_000),
                settings.integer("FACELINE_SMALLEST_FACE_PIXELS_IN_VIDEOS", defaults.inVideos(), 1, 10_000));
    }

    /** The same settings for another lane. */
    public DetectorSettings in(Lane other) {
        return new DetectorSettings(
                other,
                threads,
                models,
                detector,
                secondDetector,
                device,
                maxImageBytes,
                maxImagePixels,
                decodeTimeout,
                smallestFace,
                maxFaces,
                camera);
    }

    /**
     * These settings, if the decoding of an image is killed before its record counts as hung.
     *
     * @throws SettingsException when a stage would be ended by an image that is only slow
     */
    public DetectorSettings requireDecodingWithin(Duration recordTimeout) {
        if (limits().longestDecoding().compareTo(recordTimeout) >= 0) {
            throw new SettingsException("FACELINE_DECODE_TIMEOUT=" + decodeTimeout.toMillis()
                    + "ms must be less than a fifth of FACELINE_RECORD_TIMEOUT=" + recordTimeout.toMillis()
                    + "ms: a stage would count as hung while it waits for a decoder");
        }
        return this;
    }

    private ImageLimits limits() {
        return new ImageLimits(maxImageBytes, maxImagePixels, ImageLimits.DEFAULT.minSide(), decodeTimeout);
    }

    /**
     * Identifies what decides which faces are found.
     *
     * @param modelId the detector in use, with the hash of its file
     */
    public Fingerprint fingerprint(String modelId) {
        return Fingerprint.of(Map.of(
                "model", modelId,
                "secondDetector", secondDetector.orElse(""),
                "maxImageBytes", maxImageBytes,
                "maxImagePixels", maxImagePixels,
                "smallestFace", smallestFace,
                "maxFaces", maxFaces));
    }

    /** The vision settings of the detector. */
    public VisionSettings vision(InferencePermits permits) {
        return new VisionSettings(
                DefaultModels.folder(),
                models,
                detector,
                secondDetector,
                Optional.empty(),
                limits(),
                smallestFace,
                new InferenceSettings(device, 1, permits, lane));
    }
}
