package io.faceline.matcher.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Batched dot products by ONNX Runtime's matrix multiplication. Thread-safe. */
final class Gemm {
    private static final Logger LOG = LoggerFactory.getLogger(Gemm.class);

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Gemm(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** The instance of this JVM; empty if the library is not available. */
    static Optional<Gemm> shared() {
        return Holder.GEMM;
    }

    private static Optional<Gemm> open() {
        try {
            // The environment is one per JVM and shared with the networks if they run in the same JVM.
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "faceline");
            try (var options = options()) {
                return Optional.of(new Gemm(environment, environment.createSession(GemmModel.read(), options)));
            }
        } catch (LinkageError | OrtException e) {
            LOG.warn("event=onnxruntime_unavailable effect=slower_search cause=\"{}\"", e.toString());
            return Optional.empty();
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /**
     * @param references rows of the dimension in native memory, read without a copy
     * @param queries rows of the dimension in native memory
     * @return the products in row-major order: the first reference with every query, then the second, and so on
     */
    float[] multiply(FloatBuffer references, FloatBuffer queries, int dimension) {
        try (var rows = matrix(references, dimension);
                var columns = matrix(queries, dimension);
                var result = session.run(Map.of(GemmModel.REFERENCES, rows, GemmModel.QUERIES, columns))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (OrtException e) {
            throw new IllegalStateException("the matrix multiplication failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor matrix(FloatBuffer values, int dimension) throws OrtException {
        return OnnxTensor.createTensor(environment, values, new long[] {values.remaining() / dimension, dimension});
    }

    /** Loaded lazily, so that small galleries do not load the library. */
    private static final class Holder {
        private static final Optional<Gemm> GEMM = open();

        private Holder() {}
    }
}
