package io.faceline.systemtests.process;

import static org.awaitility.Awaitility.await;

import io.faceline.alerts.AlertsMain;
import io.faceline.api.ApiMain;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.Topics;
import io.faceline.detector.DetectorMain;
import io.faceline.embedder.EmbedderMain;
import io.faceline.ingest.IngestMain;
import io.faceline.matcher.MatcherMain;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.standalone.broker.FreePorts;
import io.faceline.standalone.broker.KafkaCluster;
import io.faceline.tracker.TrackerMain;
import io.faceline.web.access.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Kafka, in this JVM or in a process of its own, and every service in a process of its own: two matchers, two trackers, two of the stage of alerts, a detector
 * and an embedder of each lane, ingest and api.
 */
public final class Installation implements AutoCloseable {
    public static final String ADMIN = "an admin's long token";

    /** The instance that is Kafka, if that is a process of its own. */
    public static final String BROKER = "broker";

    public static final List<String> TRACKERS = List.of("tracker-1", "tracker-2");

    private static final Duration BROKER_START = Duration.ofMinutes(2);

    private static final Map<String, Class<?>> SERVICES = services();

    /** Many processes ask it, on a machine that is busy starting them. */
    private static final Map<String, String> BROKER_PROPERTIES =
            Map.of("broker.session.timeout.ms", "20000", "num.network.threads", "3", "num.io.threads", "4");

    private final Map<String, String> login;
    private final Runnable ending;
    private final KafkaSettings kafka;
    private final Path folder;
    private final Map<String, String> settings;
    private final String sessionKey = SessionKey.newText();
    private final List<Instance> instances = new ArrayList<>();
    private boolean isClosed;

    /**
     * @param login how Kafka is reached
     * @param ending ends what instances do not
     */
    private Installation(Map<String, String> login, Runnable ending, Path folder, Map<String, String> settings) {
        this.login = login;
        this.ending = ending;
        this.kafka = KafkaSettings.from(new Settings(login));
        this.folder = folder;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts Kafka and all processes; {@link Instance#isReady} tells when they work.
     *
     * @param folder for logs and files of the services
     * @param settings of every service, besides those that each process needs
     */
    public static Installation start(Path folder, Map<String, String> settings) throws IOException {
        return start(folder, SERVICES, settings);
    }

    /**
     * As {@link #start(Path, Map)}, with these services.
     *
     * @param services main classes by the name of the instance; that of a detector or an embedder ends with its lane
     */
    public static Installation start(Path folder, Map<String, Class<?>> services, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        var cluster = KafkaCluster.ephemeral(BROKER_PROPERTIES);
        var installation = new Installation(cluster.environment(), cluster::close, folder, settings);
        TopicSetup.ensure(installation.kafka);
        var ports = FreePorts.reserve(services.size()).iterator();
        services.forEach((name, main) -> installation.add(name, main, ports.next()));
        installation.instances.forEach(Instance::start);
        return installation;
    }

    /**
     * As the other, but with Kafka in a process of its own, which is killed and frozen like the others and called
     * {@link #BROKER}. Returns once Kafka serves and has its topics; nothing else is started yet.
     */
    public static Installation withBroker(Path folder, Map<String, Class<?>> services, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        var ports = FreePorts.reserve(services.size() + 2).iterator();
        var port = ports.next();
        var password = UUID.randomUUID().toString();
        var login = BrokerMain.login(port, password).environment();
        var installation = new Installation(login, () -> {}, folder, settings);
        var environment = new HashMap<>(BrokerMain.environment(folder.resolve(BROKER), port, password));
        environment.put("FACELINE_HTTP_PORT", Integer.toString(ports.next()));
        var broker = new Instance(BROKER, BrokerMain.class, environment, folder.resolve(BROKER + ".log"));
        installation.instances.add(broker);
        broker.start();
        try {
            await().atMost(BROKER_START).until(broker::isReady);
            TopicSetup.ensure(installation.kafka);
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
        services.forEach((name, main) -> installation.add(name, main, ports.next()));
        return installation;
    }

    private static Map<String, Class<?>> services() {
        var services = new TreeMap<String, Class<?>>();
        for (var lane : Lane.values()) {
            services.put("detector-" + lane.label(), DetectorMain.class);
            services.put("embedder-" + lane.label(), EmbedderMain.class);
        }
        List.of("matcher-1", "matcher-2").forEach(name -> services.put(name, MatcherMain.class));
        TRACKERS.forEach(name -> services.put(name, TrackerMain.class));
        List.of("alerts-1", "alerts-2").forEach(name -> services.put(name, AlertsMain.class));
        services.put("ingest", IngestMain.class);
        services.put("api", ApiMain.class);
        return services;
    }

    private void add(String name, Class<?> main, int port) {
        instances.add(new Instance(name, main, environment(name, port), folder.resolve(name + ".log")));
    }

    private Map<String, String> environment(String name, int port) {
        var environment = new HashMap<String, String>();
        environment.putAll(login);
        environment.put("FACELINE_INSTANCE_ID", name);
        environment.put("FACELINE_HTTP_PORT", Integer.toString(port));
        environment.put("FACELINE_STATE_FOLDER", stateFolder(name).toString());
        environment.put(
                "FACELINE_SPOOL_FOLDER", folder.resolve("videos-of-" + name).toString());
        lane(name).ifPresent(lane -> environment.put("FACELINE_LANE", lane.label()));
        environment.put("FACELINE_DETECTOR_THREADS", "1");
        environment.put("FACELINE_EMBEDDER_THREADS", "1");
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_SESSION_KEY", sessionKey);
        // The shortest that brokers allow by default.
        environment.put("FACELINE_KAFKA_SESSION_TIMEOUT_MS", "6000");
        environment.put("FACELINE_KAFKA_HEARTBEAT_INTERVAL_MS", "1500");
        environment.put("OPENCV_LOG_LEVEL", "OFF");
        environment.putAll(settings);
        return environment;
    }

    /** Of a detector or an embedder. */
    private static Optional<Lane> lane(String name) {
        return Stream.of(Lane.values())
                .filter(lane -> name.endsWith("-" + lane.label()))
                .findFirst();
    }

    public Path stateFolder(Instance instance) {
        return stateFolder(instance.name());
    }

    private Path stateFolder(String name) {
        return folder.resolve(name);
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    public Topics topics() {
        return kafka.topics();
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    public Instance instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public TestClient ingest() {
        return instance("ingest").client();
    }

    public TestClient api() {
        return instance("api").client();
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        instances.forEach(Instance::close);
        ending.run();
    }
}
