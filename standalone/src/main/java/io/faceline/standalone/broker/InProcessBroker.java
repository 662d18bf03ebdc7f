package io.faceline.standalone.broker;

import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker and controller in this JVM. Listens on 127.0.0.1 only, and to clients with a password only: every user of a
 * machine reaches its loopback addresses. Its data are in the given folder and survive a restart.
 */
public final class InProcessBroker implements AutoCloseable {
    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final BrokerCredentials credentials;
    private final String bootstrapServers;
    private final String controller;
    private boolean closed;

    private InProcessBroker(
            KafkaRaftServer server, BrokerCredentials credentials, String bootstrapServers, String controller) {
        this.server = server;
        this.credentials = credentials;
        this.bootstrapServers = bootstrapServers;
        this.controller = controller;
    }

    /** Starts a broker whose clients know its passwords from {@link #login} alone. */
    public static InProcessBroker start(Path folder) {
        return start(folder, Map.of(), BrokerCredentials.random(), OptionalInt.empty());
    }

    /** @param properties broker properties, which override the defaults */
    public static InProcessBroker start(Path folder, Map<String, String> properties) {
        return start(folder, properties, BrokerCredentials.random(), OptionalInt.empty());
    }

    /**
     * As the other, for clients that find it again after a restart.
     *
     * @param port of clients
     * @throws SettingsException when the port is in use
     */
    public static InProcessBroker start(Path folder, Map<String, String> properties, int port) {
        return start(folder, properties, BrokerCredentials.random(), OptionalInt.of(port));
    }

    /**
     * Starts a broker in this folder, which is formatted if it is new. Returns when the broker accepts requests.
     *
     * @param properties broker properties, which override the defaults
     * @param port of clients; any free port without one
     * @throws SettingsException when the port is in use
     */
    static InProcessBroker start(
            Path folder, Map<String, String> properties, BrokerCredentials credentials, OptionalInt port) {
        port.ifPresent(FreePorts::require);
        // Before it is formatted: a new folder has no word of a shutdown either.
        var wasKilled = KilledBroker.hasLeft(folder);
        try {
            OwnerOnly.folder(folder);
            format(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's data folder " + folder + " cannot be written", e);
        }
        var free = FreePorts.reserve(2);
        var clients = port.orElse(free.get(0));
        var settings = settings(folder, clients, free.get(1));
        settings.putAll(credentials.brokerProperties());
        settings.putAll(properties);
        var controller = "127.0.0.1:" + free.get(1);
        explainHalt(folder);
        if (wasKilled) {
            var alone = open(folder, checked(KilledBroker.ofController(settings)));
            KilledBroker.unregister(NODE_ID, alone, credentials.internalLogin(controller));
        }
        var server = open(folder, checked(settings));
        server.startup();
        return new InProcessBroker(server, credentials, "127.0.0.1:" + clients, controller);
    }

    /** Host and port of clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** How clients in this JVM connect. */
    public ClientLogin login() {
        return credentials.internalLogin(bootstrapServers);
    }

    /** How clients in other processes connect. */
    public ClientLogin externalLogin() {
        return credentials.externalLogin(bootstrapServers);
    }

    /** Host and port of the controller, which only the broker uses. */
    String controller() {
        return controller;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static KafkaRaftServer open(Path folder, KafkaConfig config) {
        try {
            return new KafkaRaftServer(config, Time.SYSTEM);
        } catch (RuntimeException e) {
            throw new SettingsException(
                    "Kafka's data folder " + folder + " holds no data that this Kafka can read: " + e.getMessage(), e);
        }
    }

    /** Kafka halts the process when it cannot write; its log says which folder failed, not what to do. */
    private static void explainHalt(Path folder) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("faceline: Kafka cannot write to " + folder
                    + ", probably because its disk is full. The data are kept: free some space and start again");
            Runtime.getRuntime().halt(status);
        });
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .setDirectories(List.of(folder.toString()))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka could not format " + folder, e);
        }
    }

    private static KafkaConfig checked(Properties settings) {
        try {
            return new KafkaConfig(settings, false);
        } catch (ConfigException e) {
            throw new SettingsException("FACELINE_BROKER_: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path folder, int clients, int controller) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controller);
        settings.put("listeners", "CLIENTS://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        // What a killed matcher left open delays the next start until the broker aborts it.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // No other members join the group: waiting for them only delays the first answer.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // One client process on few cores: more threads only add context switches.
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
        // A flood must not fill the disk between two looks at the sizes of topics.
        settings.put("log.retention.check.interval.ms", "30000");
        // The cleaner's default takes 128 MB of heap for topics that hold thousands of keys, not millions.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        // A day. No other broker could take over: one that is late on a busy machine must not lose its partitions.
        settings.put("broker.session.timeout.ms", "86400000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }
}
