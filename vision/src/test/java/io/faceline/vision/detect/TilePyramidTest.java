package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.contracts.catalog.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePyramidTest {
    private static final InputFacts INPUT = TestFacts.input(320, 240, Resize.STRETCH);

    private final TilePyramid pyramid = new TilePyramid(24);

    @ParameterizedTest
    @CsvSource({"112,112", "250,250", "320,240", "640,360", "640,480"})
    void smallImage_hasNoTiles(int width, int height) {
        assertThat(pyramid.levels(width, height, INPUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,720", "1080,1920", "4000,3000", "3000,4000", "7360,4912", "10000,10000", "10000,1000", "333,7001"
    })
    void anyFaceOfTheMinimumSize_liesWithinATile(int width, int height) {
        var levels = pyramid.levels(width, height, INPUT);
        var finest = levels.get(levels.size() - 1);
        var tile = finest.views().get(0).region();
        var face = Math.max(24, Math.sqrt((double) width * height) / 150);

        assertThat(14 * tile.width / 320.0).as("size a face must have here").isLessThanOrEqualTo(face * 1.01);
        assertThat(coversAll(starts(finest, true), tile.width, width, face)).isTrue();
        assertThat(coversAll(starts(finest, false), tile.height, height, face)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4000,3000", "7360,4912", "10000,10000", "8000,12000"})
    void anyImage_hasABoundedNumberOfTiles(int width, int height) {
        assertThat(looks(width, height)).isBetween(60, 110);
    }

    @ParameterizedTest
    @CsvSource({"10000,1000", "100,1600", "16,10000", "100000,20", "2000,30000"})
    void narrowStrip_hasABoundedNumberOfTiles(int width, int height) {
        assertThat(looks(width, height)).isLessThan(400);
    }

    @Test
    void levels_coverAllFaceSizes() {
        var largest = pyramid.levels(7360, 4912, INPUT).stream()
                .map(TilePyramid.Level::largestFace)
                .toList();

        assertThat(largest).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(largest.get(0)).as("what the whole sees anyhow").isGreaterThan(14 * 7360 / 320.0);
    }

    @Test
    void narrowImage_isSplitIntoTilesOfTheRightAspectRatio() {
        var first = pyramid.levels(1080, 1920, INPUT).get(0);

        assertThat(first.views()).hasSizeGreaterThan(1).allSatisfy(view -> {
            assertThat(view.region().width).isEqualTo(1080);
            assertThat(view.region().height).isEqualTo(810);
        });
    }

    private int looks(int width, int height) {
        return pyramid.levels(width, height, INPUT).stream()
                .mapToInt(level -> level.views().size())
                .sum();
    }

    private static List<Integer> starts(TilePyramid.Level level, boolean across) {
        return level.views().stream()
                .map(view -> across ? view.region().x : view.region().y)
                .distinct()
                .sorted()
                .toList();
    }

    /** Checks that tiles cover the image and that neighbours overlap by a face. */
    private static boolean coversAll(List<Integer> starts, int tile, int length, double face) {
        for (var i = 1; i < starts.size(); i++) {
            if (starts.get(i) > starts.get(i - 1) + tile - face) {
                return false;
            }
        }
        return starts.get(0) == 0 && starts.get(starts.size() - 1) + tile == length;
    }
}
