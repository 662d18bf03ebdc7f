package io.faceline.vision.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ONNX Runtime environment, one per JVM, which stays open until the JVM exits. The library closes it in a shutdown
 * hook, which runs concurrently with the hooks that finish frames in flight; a network that logs afterwards crashes the
 * process. The native environment is reference-counted, so an additional reference keeps it open.
 */
final class OnnxEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxEnvironment.class);
    private static final String NAME = "faceline";
    /** Warnings concern the export of a network and are not actionable. */
    private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

    private OnnxEnvironment() {}

    static OrtEnvironment get() {
        return Holder.ENVIRONMENT;
    }

    private static OrtEnvironment open() {
        var environment = OrtEnvironment.getEnvironment(LEVEL, NAME);
        try {
            retain();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("event=environment_not_retained hint=\"the process may crash during shutdown\"", e);
        }
        return environment;
    }

    /** Repeats the library's own call: it has no public API for an additional reference. */
    private static void retain() throws ReflectiveOperationException {
        var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        api.setAccessible(true);
        Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
        create.setAccessible(true);
        create.invoke(null, api.getLong(null), LEVEL.getValue(), NAME);
    }

    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = open();
    }
}
