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

/** Many dot products at once, by onnxruntime's matrix product. Any thread, many at a time. */
final class Gemm {
    private static final Logger LOG = LoggerFactory.getLogger(Gemm.class);

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Gemm(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** The one of this JVM, as the library's environment is one for the JVM. Nothing where the library does not run. */
    static Optional<Gemm> shared() {
        return Opened.GEMM;
    }

    private static Optional<Gemm> open() {
        try {
            // The library keeps one for the whole JVM: the very one of the networks, when these run in this JVM too.
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "faceline");
            try (var options = options()) {
                return Optional.of(new Gemm(environment, environment.createSession(GemmModel.read(), options)));
            }
        } catch (LinkageError | OrtException e) {
            LOG.warn("large galleries are searched slower: onnxruntime does not run here cause=\"{}\"", e.toString());
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
     * @param references rows of the dimension, in native memory, read without a copy
     * @param queries likewise
     * @return the products of the first row with every query, then those of the second, and so on
     */
    float[] multiply(FloatBuffer references, FloatBuffer queries, int dimension) {
        try (var rows = matrix(references, dimension);
                var columns = matrix(queries, dimension);
                var result = session.run(Map.of(GemmModel.REFERENCES, rows, GemmModel.QUERIES, columns))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (OrtException e) {
            throw new IllegalStateException("a matrix product failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor matrix(FloatBuffer values, int dimension) throws OrtException {
        return OnnxTensor.createTensor(environment, values, new long[] {values.remaining() / dimension, dimension});
    }

    /** Opened when first needed: small galleries never are the reason to load the library. */
    private static final class Opened {
        private static final Optional<Gemm> GEMM = open();

        private Opened() {}
    }
}
