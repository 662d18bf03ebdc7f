package io.faceline.evaluation.degradation;

import static io.faceline.evaluation.degradation.TestPicture.apply;
import static io.faceline.evaluation.degradation.TestPicture.get;
import static io.faceline.evaluation.degradation.TestPicture.grey;
import static io.faceline.evaluation.degradation.TestPicture.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoorLevelsTest {
    private static final int GROUND = 120;

    @Test
    void turn_aQuarter_movesTheTopLeftCornerToTheRight() {
        var photo = grey(30, 20, 0);
        set(photo, 0, 0, 255);

        var turned = apply(new Turn(1), photo);

        assertThat(turned.getWidth()).isEqualTo(20);
        assertThat(turned.getHeight()).isEqualTo(30);
        assertThat(get(turned, 19, 0)).isEqualTo(255);
        assertThat(get(apply(new Turn(3), photo), 0, 29)).isEqualTo(255);
        assertThat(get(apply(new Turn(2), photo), 29, 19)).isEqualTo(255);
    }

    @Test
    void sunglasses_coverBothEyesAndLeaveTheMouth() {
        var covered = apply(new Sunglasses(), grey(100, 100, GROUND));

        assertThat(get(covered, 40, 40)).isNotEqualTo(GROUND);
        assertThat(get(covered, 60, 40)).isNotEqualTo(GROUND);
        assertThat(get(covered, 50, 60)).isEqualTo(GROUND);
        assertThat(get(covered, 50, 20)).isEqualTo(GROUND);
    }

    @Test
    void composed_doesBoth() {
        var covered = apply(new Composed(Mask.MOUTH, new Sunglasses()), grey(100, 100, GROUND));

        assertThat(get(covered, 40, 40)).isNotEqualTo(GROUND);
        assertThat(get(covered, 50, 65)).isNotEqualTo(GROUND);
    }

    @Test
    void levels_haveDifferentNames() {
        assertThat(PoorLevels.tested())
                .extracting("name")
                .doesNotHaveDuplicates()
                .hasSize(14);
    }

    @ParameterizedTest
    @EnumSource
    void kind_changesThePhotoAndRepeatsWithTheSameSeed(PoorKind kind) {
        var photo = chequered();

        var poor = apply(kind, photo);

        assertThat(Canvas.bytes(poor)).isNotEqualTo(Canvas.bytes(photo));
        assertThat(Canvas.bytes(apply(kind, photo))).isEqualTo(Canvas.bytes(poor));
        assertThat(kind.draws()).isPositive();
    }

    private static BufferedImage chequered() {
        var photo = grey(100, 100, GROUND);
        for (var y = 0; y < 100; y++) {
            for (var x = y % 2; x < 100; x += 2) {
                set(photo, x, y, 200);
            }
        }
        return photo;
    }
}
