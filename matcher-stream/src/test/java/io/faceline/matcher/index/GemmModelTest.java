package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.TensorInfo;
import org.junit.jupiter.api.Test;

class GemmModelTest {
    /** Whoever put weights into it would make it larger. */
    @Test
    void model_isOfAFewHundredBytes() {
        assertThat(GemmModel.read().length).isBetween(150, 400);
    }

    @Test
    void model_leavesAllSizesOpen() throws OrtException {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "faceline");
        try (var session = environment.createSession(GemmModel.read())) {
            var inputs = session.getInputInfo();
            var output = session.getOutputInfo().values().iterator().next();

            assertThat(inputs).containsOnlyKeys(GemmModel.REFERENCES, GemmModel.QUERIES);
            assertThat(dimensions(inputs.get(GemmModel.REFERENCES))).containsExactly("rows", "dimension");
            assertThat(dimensions(inputs.get(GemmModel.QUERIES))).containsExactly("count", "dimension");
            assertThat(dimensions(output)).containsExactly("rows", "count");
        }
    }

    private static String[] dimensions(NodeInfo matrix) {
        return ((TensorInfo) matrix.getInfo()).getDimensionNames();
    }
}
