package io.faceline.runtime.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, in reverse order, each once and whatever became of the others. Thread-safe. */
public final class CloseableStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloseableStack.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public synchronized <C extends AutoCloseable> C add(C resource) {
        opened.push(resource);
        return resource;
    }

    /** Safe to repeat. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        var what = resource.getClass().getSimpleName();
        LOG.debug("event=closing what={}", what);
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("not closed cleanly what={}", what, e);
        }
    }
}
