package io.faceline.vision.camera.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StampGapsTest {
    private final StampGaps gaps = new StampGaps();

    @Test
    void missingPicture_isAGapOfASteadyClock() {
        assertThat(gapsOf(50, picture -> picture * 3000 + picture % 3 * 200)).isZero();

        assertThat(gaps.isGapBefore(52 * 3000)).isTrue();
        assertThat(gaps.isGapBefore(53 * 3000)).isFalse();
    }

    @Test
    void strangeClocks_haveNoGaps() {
        assertThat(gapsOf(200, picture -> 0)).isZero();
        assertThat(gapsOf(200, picture -> picture % 50 * 9000)).isZero();
        assertThat(gapsOf(200, picture -> (picture + picture % 3 * 2) * 9000)).isZero();
        assertThat(gapsOf(200, picture -> picture * picture * 100)).isZero();
    }

    @Test
    void anotherRate_isLearned() {
        assertThat(gapsOf(50, picture -> picture * 3000)).isZero();

        assertThat(gapsOf(50, picture -> 150_000 + picture * 9000)).isLessThan(3);
    }

    private long gapsOf(int pictures, LongUnaryOperator stamp) {
        return LongStream.range(0, pictures)
                .filter(picture -> gaps.isGapBefore(stamp.applyAsLong(picture)))
                .count();
    }
}
