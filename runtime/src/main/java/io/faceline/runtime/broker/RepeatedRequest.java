package io.faceline.runtime.broker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka something from time to time, on a thread of its own. A request that fails is asked again after the interval.
 * Thread-safe.
 */
public final class RepeatedRequest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRequest.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final String name;
    private final Map<String, Object> properties;
    private final Request request;
    private final ScheduledExecutorService scheduler;

    @GuardedBy("this")
    private @Nullable Admin admin;

    /** A request with its timeout. */
    @FunctionalInterface
    public interface Request {
        void ask(Admin admin) throws ExecutionException, TimeoutException, InterruptedException;
    }

    /**
     * @param name of the thread
     * @param properties of the client
     */
    public RepeatedRequest(String name, Map<String, Object> properties, Request request) {
        this.name = name;
        this.properties = Map.copyOf(properties);
        this.request = request;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(DaemonThreads.called(name));
    }

    /** The client is created with the first request: a process that ends sooner needs none. */
    public void start(Duration delay, Duration interval) {
        var unused = scheduler.scheduleWithFixedDelay(
                this::ask, delay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            request.ask(opened());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug(
                    "event=request_failed name={} cause=\"{}\"",
                    name,
                    Throwables.root(e).toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Admin opened() {
        var opened = admin;
        if (opened == null) {
            opened = Admin.create(properties);
            admin = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        try {
            if (!scheduler.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("event=request_not_ended name={}", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAdmin();
    }

    private synchronized void closeAdmin() {
        var opened = admin;
        if (opened != null) {
            // Without a timeout it would wait for responses of an unavailable broker.
            opened.close(Duration.ZERO);
        }
    }
}
