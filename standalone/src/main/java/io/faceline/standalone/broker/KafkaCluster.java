package io.faceline.standalone.broker;

import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The Kafka of a command: in this process with an ephemeral or a persistent folder, in the process of another faceline that
 * holds that folder, or external, with the stages there or here.
 */
public final class KafkaCluster implements AutoCloseable {
    private static final String BOOTSTRAP_SERVERS = "FACELINE_BOOTSTRAP_SERVERS";
    private static final Duration ADDRESS_TIMEOUT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 100;

    private final Kind kind;
    private final Map<String, String> environment;
    private final Path stateFolder;
    private final Optional<InProcessBroker> broker;
    private final Optional<DataFolder> data;
    private final Optional<Path> temporary;

    private enum Kind {
        EPHEMERAL,
        PERSISTENT,
        SHARED,
        EXTERNAL,
        EXTERNAL_WITH_STAGES
    }

    private KafkaCluster(
            Kind kind,
            Map<String, String> environment,
            Path stateFolder,
            Optional<InProcessBroker> broker,
            Optional<DataFolder> data,
            Optional<Path> temporary) {
        this.kind = kind;
        this.environment = environment;
        this.stateFolder = stateFolder;
        this.broker = broker;
        this.data = data;
        this.temporary = temporary;
    }

    /**
     * Starts a broker whose data are deleted on close.
     *
     * @param properties broker properties
     */
    public static KafkaCluster ephemeral(Map<String, String> properties) {
        StartSpace.require(Path.of(System.getProperty("java.io.tmpdir")));
        var folder = TemporaryFolder.create();
        var broker = InProcessBroker.start(folder.resolve("kafka"), properties);
        return new KafkaCluster(
                Kind.EPHEMERAL,
                broker.login().environment(),
                folder.resolve("streams"),
                Optional.of(broker),
                Optional.empty(),
                Optional.of(folder));
    }

    /**
     * Starts a broker in this folder, or connects to the one that another faceline runs there.
     *
     * @param properties properties of a broker that is started here
     * @param port of that broker; any free port without one
     * @throws SettingsException when the port is in use, or another faceline has chosen it
     */
    public static KafkaCluster in(Path folder, Map<String, String> properties, OptionalInt port) {
        var data = DataFolder.open(folder);
        if (!data.isHeldHere()) {
            return shared(data, port);
        }
        try {
            StartSpace.require(folder);
            data.withdraw();
            // Before other processes of this folder read it.
            data.sessionKey().create();
            var credentials = BrokerCredentials.random();
            var broker = InProcessBroker.start(data.kafka(), properties, credentials, port);
            data.publish(broker.externalLogin());
            return new KafkaCluster(
                    Kind.PERSISTENT,
                    broker.login().environment(),
                    data.streams(),
                    Optional.of(broker),
                    Optional.of(data),
                    Optional.empty());
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Connects to an external Kafka as a client of the stages that run there. */
    public static KafkaCluster at(String bootstrapServers) {
        return external(Kind.EXTERNAL, bootstrapServers);
    }

    /** Connects to an external Kafka; the stages run in this process. */
    public static KafkaCluster withStagesAt(String bootstrapServers) {
        return external(Kind.EXTERNAL_WITH_STAGES, bootstrapServers);
    }

    private static KafkaCluster external(Kind kind, String bootstrapServers) {
        var folder = TemporaryFolder.create();
        return new KafkaCluster(
                kind,
                Map.of(BOOTSTRAP_SERVERS, bootstrapServers),
                folder,
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder));
    }

    private static KafkaCluster shared(DataFolder data, OptionalInt port) {
        try {
            if (port.isPresent()) {
                throw new SettingsException("--kafka-port: another faceline holds the data folder and runs its Kafka;"
                        + " end it, or leave --kafka-port out");
            }
            return new KafkaCluster(
                    Kind.SHARED,
                    awaitLogin(data).environment(),
                    data.streams(),
                    Optional.empty(),
                    Optional.of(data),
                    Optional.empty());
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static ClientLogin awaitLogin(DataFolder data) {
        var deadline = Instant.now().plus(ADDRESS_TIMEOUT);
        var login = data.login();
        while (login.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new SettingsException(
                        "another faceline holds the data folder, but did not publish the address of its"
                                + " Kafka within " + ADDRESS_TIMEOUT.toSeconds()
                                + " s: end it, or choose another folder");
            }
            pause();
            login = data.login();
        }
        return login.get();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another faceline to start", e);
        }
    }

    public String bootstrapServers() {
        return environment.get(BOOTSTRAP_SERVERS);
    }

    /** The settings by which any faceline process uses this Kafka. They hold a password. */
    public Map<String, String> environment() {
        return environment;
    }

    public Path stateFolder() {
        return stateFolder;
    }

    /** The folder that holds the data of this Kafka; empty for one that is elsewhere. */
    public Optional<Path> folder() {
        return Optional.ofNullable(stateFolder.getParent()).filter(any -> !isExternal());
    }

    /** The folder of uploaded videos, which lives as long as their jobs. */
    public Path spoolFolder() {
        return isExternal() ? stateFolder.resolve("spool") : stateFolder.resolveSibling("spool");
    }

    /** The key of sessions that the processes of this data folder share, as text; empty without such a folder. */
    public Optional<String> sessionKey() {
        return data.flatMap(folder -> folder.sessionKey().read());
    }

    /** Identifies this process among those that use the same Kafka. */
    public String instanceId() {
        return isExternal() ? "standalone-" + UUID.randomUUID() : "standalone";
    }

    /** Whether this process runs the stages. */
    public boolean runsStages() {
        return kind != Kind.SHARED && kind != Kind.EXTERNAL;
    }

    /** Whether this process may serve videos: not where another faceline uses the same spool folder. */
    public boolean servesVideos() {
        return kind != Kind.SHARED;
    }

    /** Whether this Kafka runs independently of any faceline process on this machine. */
    public boolean isExternal() {
        return kind == Kind.EXTERNAL || kind == Kind.EXTERNAL_WITH_STAGES;
    }

    /** Whether this process started this Kafka, so that no other process has used it before. */
    public boolean isHeldHere() {
        return kind == Kind.EPHEMERAL || kind == Kind.PERSISTENT;
    }

    /** Whether the data of this Kafka are deleted on close. */
    public boolean isEphemeral() {
        return kind == Kind.EPHEMERAL;
    }

    @Override
    public void close() {
        broker.ifPresent(InProcessBroker::close);
        data.ifPresent(DataFolder::close);
        temporary.ifPresent(TemporaryFolder::delete);
    }
}
