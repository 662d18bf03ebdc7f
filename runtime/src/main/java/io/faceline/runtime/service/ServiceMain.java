package io.faceline.runtime.service;

import io.faceline.contracts.Shown;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.runtime.broker.BrokerContact;
import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.http.HttpLimits;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.metrics.Metrics;
import io.faceline.runtime.settings.LogLevel;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.runtime.topics.TopicSetup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a service as a process: reads the environment, validates all settings before connecting to Kafka, opens the
 * service, creates the topics, starts, serves {@code /health} and {@code /metrics}, and closes everything in reverse
 * order on shutdown. Exit code 2 for invalid settings, 1 when a bug stopped the service.
 */
public final class ServiceMain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);
    private static final int DEFAULT_PORT = 8080;
    private static final int NO_PORT = 0;
    private static final int EXIT_BUG = 1;
    private static final int EXIT_SETTINGS = 2;

    private final CloseableStack open = new CloseableStack();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private final Function<Settings, List<Routes>> filters;

    private ServiceMain(Function<Settings, List<Routes>> filters) {
        this.filters = filters;
    }

    /**
     * Runs until interrupted, then exits the process.
     *
     * @param plan validates the module's settings without opening anything, and returns how to open the service; a
     *     {@link SettingsException} of either is printed in one line
     */
    public static void run(BiFunction<Settings, KafkaSettings, Supplier<? extends Service>> plan) {
        run(settings -> List.of(), plan);
    }

    /** @param filters routes added before the service's own */
    public static void run(
            Function<Settings, List<Routes>> filters,
            BiFunction<Settings, KafkaSettings, Supplier<? extends Service>> plan) {
        System.exit(run(System.getenv(), filters, plan));
    }

    static int run(
            Map<String, String> environment,
            Function<Settings, List<Routes>> filters,
            BiFunction<Settings, KafkaSettings, Supplier<? extends Service>> plan) {
        try (var main = new ServiceMain(filters)) {
            Runtime.getRuntime().addShutdownHook(new Thread(main::close, "shutdown"));
            main.start(new Settings(environment), plan);
            return main.awaitEnd();
        } catch (SettingsException | CatalogException e) {
            System.err.println(Shown.lines(String.valueOf(e.getMessage())));
            return EXIT_SETTINGS;
        }
    }

    private void start(Settings settings, BiFunction<Settings, KafkaSettings, Supplier<? extends Service>> plan) {
        LogLevel.check(settings);
        var kafka = KafkaSettings.from(settings);
        var http = HttpSettings.from(settings, DEFAULT_PORT);
        var topicMode = TopicMode.from(settings);
        var preceding = filters.apply(settings);
        var opening = plan.apply(settings, kafka);
        var service = open.add(opening.get());
        service.onStop(this::stopped);
        TopicSetup.ensure(kafka, topicMode, service.topics(kafka.topics()));
        if (isServed(settings, http, service)) {
            serve(http, HttpLimits.from(settings), preceding, service, contact(kafka));
        }
        service.start();
    }

    /** A service without its own routes listens only if the port is set. */
    private static boolean isServed(Settings settings, HttpSettings http, Service service) {
        var isRequested = settings.optional("FACELINE_HTTP_PORT").isPresent() && http.port() != NO_PORT;
        return isRequested || !service.routes().isEmpty();
    }

    private BrokerContact contact(KafkaSettings kafka) {
        var contact = open.add(new BrokerContact(kafka));
        contact.start();
        return contact;
    }

    private void serve(
            HttpSettings settings, HttpLimits limits, List<Routes> preceding, Service service, BrokerContact contact) {
        var registry = Metrics.registry();
        open.add(registry::close);
        service.bindTo(registry);
        var routes =
                Stream.of(preceding, service.routes()).flatMap(List::stream).toList();
        var server = open.add(new HttpServer(settings, limits, List.of(service, contact), registry, routes));
        server.start();
        LOG.info("event=listening host={} port={}", settings.host(), server.port());
    }

    private void stopped(Throwable cause) {
        failure.set(cause);
        ended.countDown();
    }

    private int awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failure.get() == null ? 0 : EXIT_BUG;
    }

    @Override
    public void close() {
        ended.countDown();
        open.close();
    }
}
