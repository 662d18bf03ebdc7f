package io.faceline.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestFaces;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A probe whose two references are 37 degrees away on either side of it, and whose rival is 30 degrees away. */
class ComparisonTest {
    private static final MatchingFacts MODEL =
            new MatchingFacts("test@00000000", 3, Searches.THRESHOLDS, new Calibration(40, -20, 100));
    private static final Path LEFT = Path.of("left");
    private static final Path RIGHT = Path.of("right");
    private static final Path RIVAL = Path.of("rival");
    private static final Path PROBE = Path.of("probe");
    private static final OpenSet SET = new OpenSet(
            Map.of("Ada", List.of(LEFT, RIGHT), "Eve", List.of(RIVAL)), Map.of("Ada", List.of(PROBE)), List.of());

    private final EmbeddedPhotos photos = new EmbeddedPhotos(
            Map.of(
                    LEFT, face(0.8f, 0.6f, 0),
                    RIGHT, face(0.8f, -0.6f, 0),
                    RIVAL, face(0.866f, 0, 0.5f),
                    PROBE, face(1, 0, 0)),
            0);

    @Test
    void best_isTheMostSimilarReference() {
        assertThat(right(Comparison.BEST)).as("the rival is nearer").isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void mean_isBetweenTheReferences() {
        assertThat(right(Comparison.MEAN)).isCloseTo(1, within(1e-6));
    }

    /** The matcher has no templates for it. */
    @Test
    void template_modelOfWhichNothingWasLearned_isTheBest() {
        assertThat(right(Comparison.TEMPLATE)).isEqualTo(right(Comparison.BEST));
    }

    private double right(Comparison comparison) {
        return new RunSearches(photos, photos, MODEL, comparison)
                .run(SET)
                .get(0)
                .rightSimilarity();
    }

    private static Optional<EmbeddedPhoto> face(float... vector) {
        var face = TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0));
        return Optional.of(new EmbeddedPhoto(face, Embedding.normalised(vector), 3.7));
    }
}
