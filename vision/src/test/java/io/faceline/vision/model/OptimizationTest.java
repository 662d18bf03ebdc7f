package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizationTest {
    @Test
    void everything_isTakenUnlessItIsClearlySlower() {
        assertThat(fastest(List.of(9L, 4L, 4L, 4L), List.of(9L, 6L, 6L, 6L))).isEqualTo(Optimization.ALL);
        assertThat(fastest(List.of(9L, 7L, 7L, 7L), List.of(9L, 6L, 6L, 6L))).isEqualTo(Optimization.ALL);
    }

    @Test
    void blockedLayout_isLeftOutWhereItIsClearlySlower() {
        assertThat(fastest(List.of(99L, 66L, 70L, 85L), List.of(99L, 28L, 24L, 25L)))
                .isEqualTo(Optimization.WITHOUT_BLOCKED_LAYOUT);
    }

    /** One run that was disturbed, and the first, decide nothing. */
    @Test
    void slowRun_decidesNothing() {
        assertThat(fastest(List.of(900L, 4L, 400L, 400L), List.of(6L, 6L, 6L, 6L)))
                .isEqualTo(Optimization.ALL);
    }

    private static Optimization fastest(List<Long> all, List<Long> without) {
        Map<Optimization, Iterator<Long>> runs = new EnumMap<>(Optimization.class);
        runs.put(Optimization.ALL, all.iterator());
        runs.put(Optimization.WITHOUT_BLOCKED_LAYOUT, without.iterator());
        return Optimization.fastest(optimization -> runs.get(optimization).next());
    }
}
