package io.faceline.runtime.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources in reverse order of opening, each once, even if closing others fails. Thread-safe. */
public final class CloseableStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloseableStack.class);

    @GuardedBy("this")
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public synchronized <C extends AutoCloseable> C add(C resource) {
        opened.push(resource);
        return resource;
    }

    /** Idempotent. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        var name = resource.getClass().getSimpleName();
        LOG.debug("event=closing resource={}", name);
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("event=close_failed resource={}", name, e);
        }
    }
}
