package io.faceline.cli.evaluate;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The labelled photos of an evaluation that cannot do without, and the seed by which it chooses among them. */
final class LabelledPhotosMixin {
    @Option(
            names = "--images",
            paramLabel = "DIR",
            required = true,
            description = "Folder with one folder of photos per person.")
    private Path images;

    @Mixin
    private SeedMixin seed;

    Path folder() {
        return images;
    }

    long seed() {
        return seed.seed();
    }

    /**
     * The photos by person.
     *
     * @throws EvaluationException when the folder has another layout
     */
    Map<String, List<Path>> read() {
        return LabelledFolder.read("--images", images);
    }
}
