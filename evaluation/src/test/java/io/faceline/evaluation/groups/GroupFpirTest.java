package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupFpirTest {
    private static final int PEOPLE = 40;
    private static final MatchingFacts MODEL =
            new MatchingFacts("test@00000000", PEOPLE, new Thresholds(0.5, 0.4, 0, 0.4), new Calibration(40, -20, 100));
    private static final List<Path> PHOTOS =
            IntStream.range(0, PEOPLE).mapToObj(i -> Path.of(i + ".jpg")).toList();

    @Test
    void of_differentPeople_isZeroWithTheBoundOfTheirNumber() {
        var fpir = fpir(PEOPLE).of(PHOTOS, 10);

        assertThat(fpir).isEqualTo(Rate.ofCount(0, PEOPLE));
    }

    /** Four people each have one face: with 20 of the 39 others enrolled, none of the three with a probability of 0.106. */
    @Test
    void of_lookAlikes_isTheShareThatFindsOneEnrolled() {
        var fpir = fpir(4).of(PHOTOS, 20);

        assertThat(fpir.value()).isBetween(0.84, 0.94);
        assertThat(fpir.low()).isLessThan(fpir.value());
        assertThat(fpir.high()).isGreaterThan(fpir.value());
    }

    @Test
    void of_sameSeed_isTheSame() {
        assertThat(fpir(8).of(PHOTOS, 10)).isEqualTo(fpir(8).of(PHOTOS, 10));
    }

    /** @param alike number of people with the same face; {@code PEOPLE} if all differ */
    private static GroupFpir fpir(int alike) {
        var faces = new HashMap<Path, Optional<EmbeddedPhoto>>();
        for (var i = 0; i < PEOPLE; i++) {
            faces.put(PHOTOS.get(i), Optional.of(face(alike == PEOPLE ? i : i / alike)));
        }
        var embedded = new EmbeddedPhotos(faces, 0);
        return new GroupFpir(embedded, MODEL, 1);
    }

    private static EmbeddedPhoto face(int direction) {
        var values = new float[PEOPLE];
        values[direction] = 1;
        return new EmbeddedPhoto(
                TestFaces.face(new Quality(0.9, 120, 0.9, 0.5, 0, 0, 0)), Embedding.ofUnit(values), 3.7);
    }
}
