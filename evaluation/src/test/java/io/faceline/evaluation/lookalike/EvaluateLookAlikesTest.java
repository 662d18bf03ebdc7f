package io.faceline.evaluation.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.lookalike.LookAlikeReport.Answers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluateLookAlikesTest {
    private static final MatchingFacts MODEL = new MatchingFacts(
            "test@00000000",
            TestEmbeddings.DIMENSION,
            new Thresholds(0.5, 0.4, 0.05, 0.4),
            new Calibration(40, -20, 100));
    private static final Path ADA = Path.of("ada.jpg");
    private static final Path ADA_AGAIN = Path.of("ada-2.jpg");
    private static final Path BOB = Path.of("bob.jpg");
    private static final Path EVE = Path.of("eve.jpg");

    /** Bob resembles Ada by 0.6, and Eve nobody. */
    private static final EmbeddedPhotos EMBEDDED = new EmbeddedPhotos(
            Map.of(
                    ADA, photo(TestEmbeddings.human(1)),
                    ADA_AGAIN, photo(TestEmbeddings.human(1)),
                    BOB, photo(TestEmbeddings.human(1, 0.6)),
                    EVE, photo(TestEmbeddings.human(2))),
            0);

    @Test
    void run_lookAlikes_areNamedWronglyUnlessBothAreEnrolled() {
        var photos = Map.of("Ada", List.of(ADA, ADA_AGAIN), "Bob", List.of(BOB), "Eve", List.of(EVE));

        var report = new EvaluateLookAlikes(photos, 1, 1).run(EMBEDDED, MODEL);

        assertThat(report.pairs()).singleElement().satisfies(pair -> assertThat(List.of(pair.one(), pair.other()))
                .containsExactly("Ada", "Bob"));
        assertThat(report.oneEnrolled()).isEqualTo(new Answers(0, 2, 0, 0));
        assertThat(report.many()).isEqualTo(2);
        assertThat(report.amongMany()).as("Eve changes nothing").isEqualTo(new Answers(0, 2, 0, 0));
        assertThat(report.bothEnrolled()).isEqualTo(new Answers(1, 0, 0, 0));
    }

    @Test
    void new_onePerson_isRefused() {
        assertThatThrownBy(() -> new EvaluateLookAlikes(Map.of("Ada", List.of(ADA)), 1, 1))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("two people");
    }

    private static Optional<EmbeddedPhoto> photo(Embedding embedding) {
        return Optional.of(new EmbeddedPhoto(TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0)), embedding, 3.7));
    }
}
