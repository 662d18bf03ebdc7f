package io.faceline.cli.evaluate;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.PlainFolder;
import io.faceline.evaluation.sampling.FaceEmbedding;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.decode.ImageDecoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The photos of a measurement of recognisability, and how they are embedded. */
final class SamplingMixin {
    /** Ages that the crowd of children's faces was measured at, in years. */
    private static final int MAX_AGE = 10;

    @Mixin
    private LabelledPhotosMixin photos;

    @Option(
            names = "--max-people",
            paramLabel = "N",
            description = "At most so many people of each fifth of --images; less precise and quicker.")
    private int maxPeople = Integer.MAX_VALUE;

    @Mixin
    private FaceCacheMixin cache;

    long seed() {
        return photos.seed();
    }

    /** The caller closes it. */
    static FaceEmbedding open(VisionSettings settings) {
        return new FaceEmbedding(Vision.openDetector(settings), Vision.openEmbedder(settings));
    }

    SampleFaces sample(FaceEmbedding embedding, VisionSettings settings, Consumer<String> progress) {
        return new SampleFaces(embedding, new ImageDecoder(settings.limits()), cache.open(), photos.seed(), progress);
    }

    /**
     * Checks the values before anything is embedded, which takes long.
     *
     * @param gallerySize of the people, others must be left as strangers
     */
    void check(int gallerySize) {
        if (maxPeople < 1) {
            throw new EvaluationException("--max-people must be at least 1, was " + maxPeople);
        }
        var people = photos.read().size();
        if (gallerySize >= people) {
            throw new EvaluationException(
                    "--gallery-size: " + gallerySize + " of " + people + " people leave no strangers: enroll fewer");
        }
        cache.check();
    }

    /** Checks folders of people who appear once. */
    static void check(Optional<Path> masks, Optional<Path> children) {
        masks.ifPresent(folder -> PlainFolder.photos("--masks", folder, name -> true));
        children.ifPresent(folder -> PlainFolder.photos("--children", folder, SamplingMixin::isOfAChild));
    }

    /** @throws EvaluationException when {@code --images} has another layout */
    PeopleSamples people(SampleFaces sample) {
        return PeopleSamples.of(sample, photos.folder(), maxPeople, photos.seed());
    }

    /** Faces of people who appear once, by a name for the table. */
    static Map<String, List<SampledFace>> others(SampleFaces sample, Optional<Path> masks, Optional<Path> children) {
        var others = new LinkedHashMap<String, List<SampledFace>>();
        masks.ifPresent(folder -> others.put(
                "real masks", sample.ordinary("masks", folder, PlainFolder.photos("--masks", folder, name -> true))));
        children.ifPresent(folder -> others.put(
                "children under " + MAX_AGE,
                sample.ordinary(
                        "children", folder, PlainFolder.photos("--children", folder, SamplingMixin::isOfAChild))));
        return others;
    }

    /** In UTKFace, a name begins with the age. */
    private static boolean isOfAChild(String name) {
        var end = name.indexOf('_');
        return end > 0
                && name.substring(0, end).matches("\\d{1,3}")
                && Integer.parseInt(name.substring(0, end)) < MAX_AGE;
    }
}
