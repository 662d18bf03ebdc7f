package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {
    /** Newcombe, Statistics in Medicine 17 (1998), table I: method 3. */
    @Test
    void ofCount_examplesOfNewcombe_haveWilsonsInterval() {
        assertRate(Rate.ofCount(81, 263), 0.3080, 0.2553, 0.3662);
        assertRate(Rate.ofCount(15, 148), 0.1014, 0.0624, 0.1605);
        assertRate(Rate.ofCount(0, 20), 0, 0, 0.1611);
        assertRate(Rate.ofCount(1, 29), 0.0345, 0.0061, 0.1718);
    }

    @Test
    void ofCount_allTrials_reachesOne() {
        assertRate(Rate.ofCount(20, 20), 1, 0.8389, 1);
    }

    @Test
    void ofCount_noTrials_saysNothing() {
        var rate = Rate.ofCount(0, 0);

        assertThat(rate.value()).isNaN();
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isEqualTo(1);
    }

    @Test
    void widenedTo_otherInterval_holdsBoth() {
        var rate = new Rate(0.2, 0.1, 0.3);

        assertThat(rate.widenedTo(0.15, 0.4)).isEqualTo(new Rate(0.2, 0.1, 0.4));
        assertThat(rate.widenedTo(0.05, 0.25)).isEqualTo(new Rate(0.2, 0.05, 0.3));
    }

    private static void assertRate(Rate rate, double value, double low, double high) {
        assertThat(rate.value()).isEqualTo(value, within(5e-5));
        assertThat(rate.low()).isEqualTo(low, within(5e-5));
        assertThat(rate.high()).isEqualTo(high, within(5e-5));
    }
}
