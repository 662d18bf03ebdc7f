package io.faceline.systemtests.compose;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.FreePorts;
import io.faceline.standalone.broker.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the services of a Compose file as processes of this machine, in dependency order, with Kafka in this process instead
 * of its container. Closing stops the services, then Kafka. Thread-safe.
 */
final class RunningServices implements AutoCloseable {
    private static final Duration HEALTHY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 250;
    private static final String KAFKA_ADDRESS = "kafka:9092";

    private final ComposeFile compose;
    private final LocalProcessMapping mapping;
    private final KafkaCluster kafka;
    private final Path logs;
    private final boolean arePortsPublished;
    private final CountDownLatch ended = new CountDownLatch(1);

    @GuardedBy("this")
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<String, Integer> exitCodes = new LinkedHashMap<>();

    @GuardedBy("this")
    private boolean isClosed;

    private RunningServices(
            ComposeFile compose,
            LocalProcessMapping mapping,
            KafkaCluster kafka,
            Path logs,
            boolean arePortsPublished) {
        this.compose = compose;
        this.mapping = mapping;
        this.kafka = kafka;
        this.logs = logs;
        this.arePortsPublished = arePortsPublished;
    }

    /**
     * Starts Kafka; {@link #start} starts the services.
     *
     * @param root the repository
     * @param folder holds Kafka's data, the logs and the files of containers in /tmp; usable as {@code --data} of the
     *     command line
     * @param arePortsPublished whether services listen on the published ports or on any free port
     * @param javaOptions options of every service, before those of the image
     */
    static RunningServices open(Path root, Path folder, boolean arePortsPublished, List<String> javaOptions)
            throws IOException {
        var compose = ComposeFile.read(root.resolve("docker-compose.yml"));
        var logs = Files.createDirectories(folder.resolve("logs"));
        var kafka = KafkaCluster.in(folder, Map.of(), OptionalInt.empty());
        if (!kafka.runsStages()) {
            kafka.close();
            throw new IOException("another faceline uses " + folder);
        }
        var mapping = new LocalProcessMapping(
                root,
                folder.resolve("tmp"),
                KAFKA_ADDRESS,
                kafka.environment(),
                kafka.sessionKey().orElseThrow(),
                javaOptions);
        return new RunningServices(compose, mapping, kafka, logs, arePortsPublished);
    }

    /** Returns when all services are healthy. */
    void start() throws IOException, InterruptedException {
        start(compose.ownServices());
    }

    /** Starts only these services, and those that they depend on. */
    void start(Set<String> names) throws IOException, InterruptedException {
        start(compose.ownServices().stream()
                .filter(service -> names.contains(service.name()))
                .toList());
    }

    /** Starts a second instance of a service; returns when it is healthy. */
    ServiceProcess startAnother(String name) throws IOException, InterruptedException {
        var another = compose.service(name).anotherInstance();
        launch(another);
        var started = process(another.name());
        awaitHealthy(started);
        return started;
    }

    private void start(List<ComposeService> services) throws IOException, InterruptedException {
        for (var service : services) {
            start(service);
        }
        for (var service : services) {
            if (!service.healthTest().isEmpty()) {
                awaitHealthy(process(service.name()));
            }
        }
    }

    KafkaSettings kafka() {
        return KafkaSettings.from(new Settings(kafka.environment()));
    }

    synchronized List<String> names() {
        return List.copyOf(processes.keySet());
    }

    synchronized ServiceProcess process(String name) {
        return processes.get(name);
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** Exit codes by service, after closing. 143 means that the process ended on SIGTERM. */
    synchronized Map<String, Integer> exitCodes() {
        return Map.copyOf(exitCodes);
    }

    /** Returns when a service that should run has ended. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        processes.values().forEach(ServiceProcess::terminate);
        for (var process : processes.values()) {
            exitCodes.put(process.name(), process.awaitEnd(STOP_TIMEOUT));
        }
        kafka.close();
    }

    private void start(ComposeService service) throws IOException, InterruptedException {
        for (var dependency : service.dependsOn().entrySet()) {
            await(compose.service(dependency.getKey()), dependency.getValue());
        }
        launch(service);
    }

    private synchronized void launch(ComposeService service) throws IOException {
        if (isClosed) {
            throw new IOException("closed while the services were starting");
        }
        if (!processes.containsKey(service.name())) {
            processes.put(
                    service.name(), ServiceProcess.start(mapping, service, httpPort(service), log(service.name())));
        }
    }

    private void await(ComposeService dependency, Condition condition) throws IOException, InterruptedException {
        if (!dependency.isOwn()) {
            return; // Kafka accepts requests since it was opened.
        }
        start(dependency);
        switch (condition) {
            case SERVICE_HEALTHY -> awaitHealthy(process(dependency.name()));
            case SERVICE_COMPLETED_SUCCESSFULLY -> awaitSuccess(process(dependency.name()));
        }
    }

    private void awaitHealthy(ServiceProcess process) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(HEALTHY_TIMEOUT);
        while (!process.isHealthy()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw failed(process);
            }
            Thread.sleep(POLL_MILLIS);
        }
        process.onEnd(this::serviceEnded);
    }

    private synchronized void serviceEnded() {
        if (!isClosed) {
            ended.countDown();
        }
    }

    private void awaitSuccess(ServiceProcess process) throws IOException, InterruptedException {
        if (process.awaitEnd() != 0) {
            throw failed(process);
        }
    }

    private IOException failed(ServiceProcess process) throws IOException {
        return new IOException(process.name() + " did not start; its log: "
                + Files.readString(log(process.name())).strip());
    }

    private int httpPort(ComposeService service) {
        return service.ports().stream()
                .filter(port -> arePortsPublished)
                .findFirst()
                .map(PublishedPort::published)
                .orElseGet(() -> FreePorts.reserve(1).get(0));
    }
}
