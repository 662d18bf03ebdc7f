package io.faceline.standalone.pipeline;

import io.faceline.runtime.concurrent.CloseableStack;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources once, in reverse order: on close, or earlier when the process is interrupted. Thread-safe. */
final class ResourceStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceStack.class);

    private final CloseableStack opened = new CloseableStack();
    private final Thread hook = new Thread(this::interrupted, "closing");
    private final List<Runnable> beforeClosing = new CopyOnWriteArrayList<>();

    ResourceStack() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Registers a task to run first when the process is interrupted. Closing waits for it, so it must end soon. */
    void whenInterrupted(Runnable task) {
        beforeClosing.add(task);
    }

    private void interrupted() {
        beforeClosing.forEach(Runnable::run);
        closeAll();
    }

    <C extends AutoCloseable> C add(C resource) {
        return opened.add(resource);
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("event=shutdown_in_progress", e);
        }
    }

    private void closeAll() {
        opened.close();
        LOG.debug("event=resources_closed");
    }
}
