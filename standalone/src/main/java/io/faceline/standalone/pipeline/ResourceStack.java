package io.faceline.standalone.pipeline;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources once, in reverse order: on close, or earlier when the process is interrupted. Thread-safe. */
final class ResourceStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceStack.class);

    @GuardedBy("this")
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

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

    synchronized <C extends AutoCloseable> C add(C resource) {
        opened.push(resource);
        return resource;
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

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
        LOG.debug("event=resources_closed");
    }

    private static void close(AutoCloseable resource) {
        LOG.debug("event=resource_closing resource={}", resource.getClass().getSimpleName());
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("event=close_failed resource={}", resource.getClass().getSimpleName(), e);
        }
    }
}
