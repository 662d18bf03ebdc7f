package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimizationTest {
    @Test
    void blockedLayout_isLeftOutOnIntelWithAvx512Only() {
        assertThat(Optimization.ofEmbedder("vendor_id\t: GenuineIntel\nflags\t\t: fpu avx2 avx512f avx512dq\n"))
                .isEqualTo(Optimization.WITHOUT_BLOCKED_LAYOUT);
        assertThat(Optimization.ofEmbedder("vendor_id\t: GenuineIntel\nflags\t\t: fpu avx2 bmi2\n"))
                .isEqualTo(Optimization.ALL);
        assertThat(Optimization.ofEmbedder("vendor_id\t: AuthenticAMD\nflags\t\t: fpu avx2 avx512f avx512dq\n"))
                .isEqualTo(Optimization.ALL);
    }
}
