package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.matcher.vector.DotProduct;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemmTest {
    private final Random random = new Random(7);
    private final Gemm gemm = Gemm.shared().orElseThrow();

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 3, 512", "5, 1, 128", "1024, 16, 512", "1000, 33, 37"})
    void products_areThoseOfTheLoop_forAnyShape(int rows, int queries, int dimension) {
        var references = units(rows, dimension);
        var queryRows = units(queries, dimension);

        var products = gemm.multiply(inNative(references), inNative(queryRows), dimension);

        assertThat(products).hasSize(rows * queries);
        for (var row = 0; row < rows; row++) {
            for (var query = 0; query < queries; query++) {
                var vector = Arrays.copyOfRange(queryRows, query * dimension, (query + 1) * dimension);
                assertThat(products[row * queries + query])
                        .isCloseTo(DotProduct.of(vector, references, row * dimension), within(1e-5f));
            }
        }
    }

    private static FloatBuffer inNative(float[] values) {
        return NativeMemory.floats(values.length).put(values).rewind();
    }

    private float[] units(int count, int dimension) {
        var values = new float[count * dimension];
        for (var row = 0; row < count; row++) {
            var unit = TestEmbeddings.anyone(random, dimension).toArray();
            System.arraycopy(unit, 0, values, row * dimension, dimension);
        }
        return values;
    }
}
