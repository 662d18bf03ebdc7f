package io.faceline.systemtests.chaos;

import io.faceline.api.ApiMain;
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
import io.faceline.web.access.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kafka in this JVM and every service in a process of its own: two matchers, a detector and an embedder of the live and of
 * the camera lane, ingest and api.
 */
final class Installation implements AutoCloseable {
    static final String ADMIN = "an admin's long token";

    private static final Map<String, Class<?>> SERVICES = new TreeMap<>(Map.of(
            "detector-live", DetectorMain.class,
            "embedder-live", EmbedderMain.class,
            "detector-camera", DetectorMain.class,
            "embedder-camera", EmbedderMain.class,
            "matcher-1", MatcherMain.class,
            "matcher-2", MatcherMain.class,
            "ingest", IngestMain.class,
            "api", ApiMain.class));

    /** Many processes ask it, on a machine that is busy starting them. */
    private static final Map<String, String> BROKER =
            Map.of("broker.session.timeout.ms", "20000", "num.network.threads", "3", "num.io.threads", "4");

    private final KafkaCluster cluster;
    private final KafkaSettings kafka;
    private final Path folder;
    private final Map<String, String> settings;
    private final String sessionKey = SessionKey.newText();
    private final List<Instance> instances = new ArrayList<>();
    private boolean isClosed;

    private Installation(KafkaCluster cluster, Path folder, Map<String, String> settings) {
        this.cluster = cluster;
        this.kafka = KafkaSettings.from(new Settings(cluster.environment()));
        this.folder = folder;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts Kafka and all processes; {@link Instance#isReady} tells when they work.
     *
     * @param folder for logs and files of the services
     * @param settings of every service, besides those that each process needs
     */
    static Installation start(Path folder, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder);
        var installation = new Installation(KafkaCluster.ephemeral(BROKER), folder, settings);
        TopicSetup.ensure(installation.kafka);
        var ports = FreePorts.reserve(SERVICES.size()).iterator();
        SERVICES.forEach((name, main) -> installation.add(name, main, ports.next()));
        installation.instances.forEach(Instance::start);
        return installation;
    }

    private void add(String name, Class<?> main, int port) {
        instances.add(new Instance(name, main, environment(name, port), folder.resolve(name + ".log")));
    }

    private Map<String, String> environment(String name, int port) {
        var environment = new HashMap<String, String>();
        environment.putAll(cluster.environment());
        environment.put("FACELINE_INSTANCE_ID", name);
        environment.put("FACELINE_HTTP_PORT", Integer.toString(port));
        environment.put("FACELINE_STATE_FOLDER", stateFolder(name).toString());
        environment.put("FACELINE_SPOOL_FOLDER", folder.resolve("videos").toString());
        environment.put("FACELINE_LANE", name.endsWith("-camera") ? "camera" : "live");
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

    Path stateFolder(Instance instance) {
        return stateFolder(instance.name());
    }

    private Path stateFolder(String name) {
        return folder.resolve(name);
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Topics topics() {
        return kafka.topics();
    }

    List<Instance> instances() {
        return List.copyOf(instances);
    }

    Instance instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    TestClient ingest() {
        return instance("ingest").client();
    }

    TestClient api() {
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
        cluster.close();
    }
}
