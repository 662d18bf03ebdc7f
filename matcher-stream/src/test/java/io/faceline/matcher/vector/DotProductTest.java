package io.faceline.matcher.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotProductTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 128, 512})
    void dotProduct_isThatOfThePlainLoop_forAnyLength(int length) {
        var query = new float[length];
        var rows = new float[3 * length];
        var expected = 0.0;
        for (var i = 0; i < length; i++) {
            query[i] = i % 5 - 2;
            rows[length + i] = i % 3 - 1;
            expected += query[i] * rows[length + i];
        }

        assertThat((double) DotProduct.of(query, rows, length)).isCloseTo(expected, within(1e-3));
    }
}
