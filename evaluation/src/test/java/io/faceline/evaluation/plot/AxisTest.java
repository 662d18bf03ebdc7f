package io.faceline.evaluation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void linear_hundred_hasTicksOfTwenty() {
        assertThat(labels(Axis.linear("%", 0, 100))).containsExactly("0", "20", "40", "60", "80", "100");
    }

    @Test
    void linear_smallSpan_showsNoRoundingErrors() {
        assertThat(labels(Axis.linear("share", 0.1, 0.4)))
                .containsExactly("0.1", "0.15", "0.2", "0.25", "0.3", "0.35", "0.4");
    }

    @Test
    void logarithmic_threeDecades_labelsPowersOfTen() {
        var axis = Axis.logarithmic("%", 0.1, 100);

        assertThat(labels(axis)).containsExactly("0.1", "1", "10", "100");
        assertThat(axis.ticks()).hasSize(28);
        assertThat(axis.position(1)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(axis.position(0)).isZero();
    }

    @Test
    void named_threeNames_standAtWholeNumbers() {
        var axis = Axis.named("level", List.of("none", "some", "much"));

        assertThat(labels(axis)).containsExactly("none", "some", "much");
        assertThat(axis.position(0)).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(axis.position(2)).isCloseTo(5.0 / 6, within(1e-9));
    }

    @Test
    void fromZero_anyValues_endsAtTheNextTick() {
        var axis = Axis.fromZero("MB", DoubleStream.of(312, 655, 618));

        assertThat(axis.min()).isZero();
        assertThat(axis.max()).isCloseTo(800, within(1e-9));
    }

    @Test
    void fromZero_nothingButZeros_stillSpansSomething() {
        assertThat(Axis.fromZero("MB", DoubleStream.of(0)).max()).isEqualTo(1);
    }

    @Test
    void new_emptySpanOrLogarithmOfZero_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.linear("s", 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis("%", 0, 1, true, List.of()));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream()
                .map(Axis.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
