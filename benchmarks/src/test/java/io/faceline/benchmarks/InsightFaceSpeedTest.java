package io.faceline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsightFaceSpeedTest {
    @Test
    void figuresOfTheScript_standBesideTheirImages() {
        var speed = InsightFaceSpeed.of("t1.jpg: 7.9 images/s, 150 faces\n150 LFW photos: 17.9 images/s, 152 faces\n");

        assertThat(speed.beside("t1.jpg")).isEqualTo("InsightFace's Python package 7.9/s, in the same run");
        assertThat(speed.beside("150 LFW photos")).contains("17.9/s");
    }

    @Test
    void nothingStandsBeside_whatWasNotMeasured() {
        assertThat(InsightFaceSpeed.of("").beside("t1.jpg")).isEmpty();
    }
}
