package io.faceline.cli.evaluate;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.PlainFolder;
import io.faceline.evaluation.sampling.FaceEmbedding;
import io.faceline.evaluation.sampling.OtherPeople;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.decode.ImageDecoder;
import java.nio.file.Path;
import java.util.EnumMap;
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
            names = "--masks",
            paramLabel = "DIR",
            description = "Folder of photos of people with real masks, each person once.")
    private Path masks;

    @Option(
            names = "--children",
            paramLabel = "DIR",
            description =
                    "Folder of photos named AGE_…, as in UTKFace, each person once; those under ten years are used.")
    private Path children;

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
        Optional.ofNullable(masks).ifPresent(SamplingMixin::ofMasks);
        Optional.ofNullable(children).ifPresent(SamplingMixin::ofChildren);
        var people = photos.read().size();
        if (gallerySize >= people) {
            throw new EvaluationException(
                    "--gallery-size: " + gallerySize + " of " + people + " people leave no strangers: enroll fewer");
        }
        cache.check();
    }

    /** @throws EvaluationException when {@code --images} has another layout */
    PeopleSamples people(SampleFaces sample) {
        return PeopleSamples.of(sample, photos.folder(), maxPeople, photos.seed());
    }

    /** Faces of people who appear once; of those whose folder is named. */
    Map<OtherPeople, List<SampledFace>> others(SampleFaces sample) {
        var others = new EnumMap<OtherPeople, List<SampledFace>>(OtherPeople.class);
        if (masks != null) {
            others.put(OtherPeople.REAL_MASKS, sample.ordinary("masks", masks, ofMasks(masks)));
        }
        if (children != null) {
            others.put(OtherPeople.CHILDREN, sample.ordinary("children", children, ofChildren(children)));
        }
        return others;
    }

    private static List<Path> ofMasks(Path folder) {
        return PlainFolder.photos("--masks", folder, name -> true);
    }

    private static List<Path> ofChildren(Path folder) {
        return PlainFolder.photos("--children", folder, SamplingMixin::isOfAChild);
    }

    /** In UTKFace, a name begins with the age. */
    private static boolean isOfAChild(String name) {
        var end = name.indexOf('_');
        return end > 0
                && name.substring(0, end).matches("\\d{1,3}")
                && Integer.parseInt(name.substring(0, end)) < MAX_AGE;
    }
}
