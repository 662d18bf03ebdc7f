package io.faceline.evaluation.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestPeopleTest {
    private static final Path ADA = Path.of("ada.jpg");
    private static final Path ADA_AGAIN = Path.of("ada-2.jpg");
    private static final Path BOB = Path.of("bob.jpg");
    private static final Path EVE = Path.of("eve.jpg");
    private static final Path FACELESS = Path.of("faceless.jpg");

    private static final Map<String, List<Path>> PHOTOS =
            Map.of("Ada", List.of(ADA, ADA_AGAIN), "Bob", List.of(BOB, FACELESS), "Eve", List.of(EVE));
    private static final EmbeddedPhotos EMBEDDED = new EmbeddedPhotos(
            Map.of(
                    ADA, photo(TestEmbeddings.human(1)),
                    ADA_AGAIN, photo(TestEmbeddings.human(1, 0.9)),
                    BOB, photo(TestEmbeddings.human(1, 0.6)),
                    EVE, photo(TestEmbeddings.human(2)),
                    FACELESS, Optional.empty()),
            0);

    @Test
    void of_severalPhotos_keepsTheNearestOfEachPairOfPeople() {
        var pairs = NearestPeople.of(PHOTOS, EMBEDDED, 10);

        assertThat(pairs).hasSize(3);
        assertThat(pairs.get(0).photoOfOne())
                .as("0.9 · 0.6 + 0.44 · 0.8 = 0.89 is nearer than 0.6")
                .isEqualTo(ADA_AGAIN);
        assertThat(pairs.get(0).photoOfOther()).isEqualTo(BOB);
        assertThat(pairs.get(0).similarity()).isEqualTo(0.889, within(1e-3));
    }

    @Test
    void of_fewerWanted_areTheMostSimilar() {
        assertThat(NearestPeople.of(PHOTOS, EMBEDDED, 1)).singleElement().satisfies(pair -> assertThat(pair.other())
                .isEqualTo("Bob"));
    }

    private static Optional<EmbeddedPhoto> photo(Embedding embedding) {
        return Optional.of(new EmbeddedPhoto(TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0)), embedding, 3.7));
    }
}
