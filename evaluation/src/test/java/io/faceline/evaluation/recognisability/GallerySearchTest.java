package io.faceline.evaluation.recognisability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.recognisability.Found.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GallerySearchTest {
    private final PhotoSet photos = TestLevels.photos(4);
    private final LevelFaces level = TestLevels.level(4, 0.8);

    @Test
    void everyFaceButTheEnrolledIsSearched_withItsTruth() {
        var found = search(level, 0, 2);

        assertThat(found).hasSize(6);
        assertThat(found)
                .extracting(Found::truth)
                .containsExactly(
                        Truth.RIGHT, Truth.RIGHT, Truth.STRANGER, Truth.STRANGER, Truth.STRANGER, Truth.STRANGER);
        assertThat(found.get(0).best()).isCloseTo(0.8f, within(1e-6f));
        assertThat(found.get(0).second()).isZero();
        assertThat(found.get(0).crowd()).isZero();
        assertThat(found.get(0).people()).isEqualTo(2);
    }

    @Test
    void nobodyIsSecond_onePersonEnrolled() {
        var found = search(level, 0);

        assertThat(found.get(0).second()).isEqualTo(-1);
        assertThat(found.get(0).crowd()).isEqualTo(-1);
    }

    @Test
    void photoWithoutAFace_isNotSearched() {
        assertThat(search(TestLevels.without(level, 1), 0, 2)).hasSize(5);
    }

    @Test
    void similaritiesAreThoseOfTheEmbeddings() {
        var similarities = Similarities.of(level, level);

        for (var probe = 0; probe < photos.size(); probe++) {
            for (var reference = 0; reference < photos.size(); reference++) {
                var expected = level.faces()
                        .get(probe)
                        .orElseThrow()
                        .embedding()
                        .similarity(level.faces().get(reference).orElseThrow().embedding());
                assertThat((double) similarities.of(probe, reference)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void draw_enrollsOnePhotoOfEachPersonAndRepeats() {
        var draw = new Draw(photos, 5).photos(3, photo -> photo != 0 && photo != 1);

        assertThat(draw).hasSize(3).doesNotContain(0, 1);
        assertThat(draw).extracting(photo -> photos.people().get(photo)).doesNotHaveDuplicates();
        assertThat(new Draw(photos, 5).photos(3, photo -> photo != 0 && photo != 1)).isEqualTo(draw);
    }

    @Test
    void mixedRow_enrollsNobodyTwice() {
        var similarities = Similarities.of(level, level);
        var row = Row.mixed(
                "mixed", level, new Row.Part(level, similarities, 1), new Row.Part(level, similarities, 3));
        var found = new ArrayList<Found>();

        row.run(photos, Draw.all(photos, 2, 1), found::add);

        assertThat(found).hasSize(2 * 4).extracting(Found::people).containsOnly(4);
        assertThat(found).extracting(Found::truth).containsOnly(Truth.RIGHT);
    }

    private List<Found> search(LevelFaces probes, Integer... enrolled) {
        var found = new ArrayList<Found>();
        new GallerySearch(photos, List.of(new Enrolled(level, Similarities.of(probes, level), List.of(enrolled))))
                .run(probes, found::add);
        return found;
    }
}
