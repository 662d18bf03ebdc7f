package io.faceline.matcher.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * An ONNX model with a single node and no weights: similarities [rows, count] = references [rows, dimension] × queries
 * [count, dimension] transposed, in float32. All sizes are dynamic. {@code src/main/onnx/gemm.py} generates the file.
 */
final class GemmModel {
    static final String REFERENCES = "references";
    static final String QUERIES = "queries";

    private static final String FILE = "gemm.onnx";

    private GemmModel() {}

    static byte[] read() {
        try (var stream = Objects.requireNonNull(GemmModel.class.getResourceAsStream(FILE), FILE)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
