package io.faceline.vision.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's environment, one for the whole JVM, alive until the very end of it. The library gives it up by a
 * shutdown hook, which runs beside those that finish the frames under way; a network that writes to its log then takes
 * the process down. The native environment counts who holds it, so one more hold keeps it.
 */
final class OnnxEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxEnvironment.class);
    private static final String NAME = "faceline";
    /** Warnings are about how a network was exported: nothing to act on. */
    private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

    private OnnxEnvironment() {}

    static OrtEnvironment get() {
        return Held.ENVIRONMENT;
    }

    private static OrtEnvironment open() {
        var environment = OrtEnvironment.getEnvironment(LEVEL, NAME);
        try {
            holdOnceMore();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("event=environment_not_held hint=\"an interrupted process may crash while it ends\"", e);
        }
        return environment;
    }

    /** What the library does for its own hold; it offers no public way to a second one. */
    private static void holdOnceMore() throws ReflectiveOperationException {
        var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        api.setAccessible(true);
        Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
        create.setAccessible(true);
        create.invoke(null, api.getLong(null), LEVEL.getValue(), NAME);
    }

    private static final class Held {
        static final OrtEnvironment ENVIRONMENT = open();
    }
}
