package io.faceline.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchBySizeTest {
    private static final int PEOPLE = 6;
    private static final MatchingFacts MODEL = new MatchingFacts(
            "test@00000000",
            TestEmbeddings.DIMENSION,
            new Thresholds(0.5, 0.4, 0.05, 0.4),
            new Calibration(40, -20, 100));

    private final Map<String, List<Path>> photos = new TreeMap<>();
    private final Map<Path, Optional<EmbeddedPhoto>> faces = new HashMap<>();

    /** Two photos of each person, the first of which resembles the first of everybody else by 0.36. */
    SearchBySizeTest() {
        for (var person = 0; person < PEOPLE; person++) {
            var own = List.of(Path.of(person + "/a.jpg"), Path.of(person + "/b.jpg"));
            photos.put("person " + person, own);
            faces.put(own.get(0), face(person, 0.8));
            faces.put(own.get(1), face(person, 1));
        }
    }

    @Test
    void of_everySplit_searchesTheStrangersAndTellsWhomTheyResemble() {
        var trials = search().of(4);

        assertThat(trials.people()).isEqualTo(4);
        assertThat(trials.searched()).isEqualTo(SearchBySize.SPLITS * 2 * 2);
        assertThat(trials.strangers()).hasSize(trials.searched()).allSatisfy(trial -> {
            assertThat(trial.stranger()).isNotEqualTo(trial.best());
            assertThat(trial.similarity()).isBetween(-0.001, 0.361);
        });
        assertThat(trials.errors().at(0.37).falsePositive()).isZero();
        assertThat(trials.errors().at(0.75).falseNegative())
                .as("the photos of one person resemble each other by 0.8")
                .isZero();
    }

    @Test
    void of_photoWithoutAFace_isNotSearched() {
        faces.replaceAll((photo, face) -> photo.endsWith("a.jpg") ? Optional.empty() : face);

        var trials = search().of(5);

        assertThat(trials.searched()).isEqualTo(SearchBySize.SPLITS);
    }

    @Test
    void of_sameSeed_isTheSame() {
        assertThat(search().of(3).strangers()).isEqualTo(search().of(3).strangers());
    }

    private SearchBySize search() {
        return new SearchBySize(photos, new EmbeddedPhotos(faces, 0), MODEL, 1);
    }

    private static Optional<EmbeddedPhoto> face(int human, double similarity) {
        var face = TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0));
        return Optional.of(new EmbeddedPhoto(face, TestEmbeddings.human(human, similarity), 3.7));
    }
}
