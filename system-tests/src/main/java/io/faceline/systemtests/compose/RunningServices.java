package io.faceline.systemtests.compose;

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
import java.util.concurrent.CountDownLatch;

/**
 * The services of a Compose file as processes of this machine, in the order they depend on each other, and Kafka in
 * this process in place of its container. Closing ends the services and then Kafka.
 */
final class RunningServices implements AutoCloseable {
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 250;
    private static final String KAFKA_ADDRESS = "kafka:9092";

    private final ComposeFile compose;
    private final LocalProcessMapping machine;
    private final KafkaCluster kafka;
    private final Path logs;
    private final boolean arePortsPublished;
    private final CountDownLatch ended = new CountDownLatch(1);
    // Guarded by this.
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final Map<String, Integer> exitCodes = new LinkedHashMap<>();
    private boolean isClosed;

    private RunningServices(
            ComposeFile compose,
            LocalProcessMapping machine,
            KafkaCluster kafka,
            Path logs,
            boolean arePortsPublished) {
        this.compose = compose;
        this.machine = machine;
        this.kafka = kafka;
        this.logs = logs;
        this.arePortsPublished = arePortsPublished;
    }

    /**
     * Starts Kafka; the services are up to {@link #start}.
     *
     * @param root of the clone
     * @param folder keeps Kafka's data, the logs and what containers have in /tmp; also what the command line takes as
     *     {@code --data}
     * @param arePortsPublished whether services listen where the file publishes them, or at any free port
     * @param javaOptions for every service, before those of the image
     */
    static RunningServices open(Path root, Path folder, boolean arePortsPublished, List<String> javaOptions)
            throws IOException {
        var compose = ComposeFile.read(root.resolve("docker-compose.yml"));
        var logs = Files.createDirectories(folder.resolve("logs"));
        var kafka = KafkaCluster.in(folder, Map.of());
        if (!kafka.runsStages()) {
            kafka.close();
            throw new IOException("another faceline uses " + folder);
        }
        var machine = new LocalProcessMapping(
                root, folder.resolve("tmp"), KAFKA_ADDRESS, kafka.bootstrapServers(), javaOptions);
        return new RunningServices(compose, machine, kafka, logs, arePortsPublished);
    }

    /** Returns when all are well. */
    void start() throws IOException, InterruptedException {
        for (var service : compose.ours()) {
            start(service);
        }
        for (var service : compose.ours()) {
            if (!service.healthTest().isEmpty()) {
                awaitHealthy(process(service.name()));
            }
        }
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

    /** By service, once closed. 143 is a process that ended when it was asked to. */
    synchronized Map<String, Integer> exitCodes() {
        return Map.copyOf(exitCodes);
    }

    /** Returns when a service has ended that should run. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        processes.values().forEach(ServiceProcess::askToEnd);
        for (var process : processes.values()) {
            exitCodes.put(process.name(), process.awaitEnd(GRACE));
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
                    service.name(), ServiceProcess.start(machine, service, httpPort(service), log(service.name())));
        }
    }

    private void await(ComposeService dependency, Condition condition) throws IOException, InterruptedException {
        if (!dependency.isOurs()) {
            return; // Kafka, which takes requests since it was opened.
        }
        start(dependency);
        switch (condition) {
            case SERVICE_HEALTHY -> awaitHealthy(process(dependency.name()));
            case SERVICE_COMPLETED_SUCCESSFULLY -> awaitSuccess(process(dependency.name()));
        }
    }

    private void awaitHealthy(ServiceProcess process) throws IOException, InterruptedException {
        var giveUpAt = Instant.now().plus(HEALTHY_WITHIN);
        while (!process.isHealthy()) {
            if (!process.isAlive() || Instant.now().isAfter(giveUpAt)) {
                throw failed(process);
            }
            Thread.sleep(POLL_MILLIS);
        }
        process.onEnd(this::hasEnded);
    }

    private synchronized void hasEnded() {
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
        return new IOException(process.name() + " did not start; it said: "
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
