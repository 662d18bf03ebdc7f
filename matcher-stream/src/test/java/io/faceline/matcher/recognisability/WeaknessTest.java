package io.faceline.matcher.recognisability;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaknessTest {
    private final PairRule rule = TestRecognisability.measures().rule();

    @ParameterizedTest
    @CsvSource({
        "TURNED,       -1.5, -3.0, -2.0, -2.0",
        "COVERED,      -0.5, -2.0, -1.0,  1.0",
        "COVERED_EYES,  2.0,  0.5, -0.1,  1.0",
        "UNCLEAR,       0.5, -1.0, -1.0, -1.5",
    })
    void weakness_isWhatTheFaceWasMadeWorseBy(
            Weakness expected, double turned, double covered, double eyes, double coarse) {
        assertThat(rule.weakness(new Measures(-1, turned, covered, eyes, coarse)))
                .contains(expected);
    }

    @Test
    void ordinaryFace_hasNone() {
        assertThat(rule.weakness(new Measures(2, 0.1, 0.1, 0.1, 0.1))).isEmpty();
    }

    @Test
    void share_isInterpolatedByTheQuality() {
        assertThat(share(-100)).isZero();
        assertThat(share(0.5)).isEqualTo(0.4);
        assertThat(share(1)).isEqualTo(0.5);
        assertThat(share(100)).isEqualTo(0.9);
    }

    private double share(double quality) {
        return rule.share(new Measures(quality, 0, 0, 0, 0));
    }
}
