package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An in-process broker shared by all test classes, which are isolated by topic prefix. Other modules use it from this
 * module's test-jar and must depend on {@code kafka_2.13} themselves.
 */
public final class TestBroker implements BeforeAllCallback {
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private String bootstrapServers = "";
    private Path folder = Path.of("");

    @Override
    public void beforeAll(ExtensionContext context) {
        var running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
        bootstrapServers = running.bootstrapServers();
        folder = running.folder();
    }

    /** Settings with a unique topic prefix, and one partition per topic. */
    public KafkaSettings settings() {
        return settings(new PartitionCounts(1, 1));
    }

    /** Settings with a unique topic prefix. */
    public KafkaSettings settings(PartitionCounts partitions) {
        return new KafkaSettings(
                bootstrapServers,
                "t" + PREFIXES.incrementAndGet() + ".",
                partitions,
                (short) 1,
                folder.resolve("state"),
                "test",
                Map.of());
    }

    /** Settings of another instance on the same topics with a separate state folder. */
    public static KafkaSettings anotherInstance(KafkaSettings one, String instanceId) {
        return new KafkaSettings(
                one.bootstrapServers(),
                one.topicPrefix(),
                one.partitions(),
                one.replicationFactor(),
                one.stateFolder().resolveSibling("state-" + instanceId),
                instanceId,
                one.clientProperties());
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private record Running(KafkaRaftServer server, String bootstrapServers, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                var folder = Files.createTempDirectory("faceline-test-broker");
                var data = folder.resolve("data").toString();
                format(data);
                var port = freePort();
                var config = new KafkaConfig(properties(data, port, freePort()), false);
                var server = new KafkaRaftServer(config, Time.SYSTEM);
                server.startup();
                return new Running(server, "127.0.0.1:" + port, folder);
            } catch (Exception e) {
                throw new IllegalStateException("the test broker did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.shutdown();
            server.awaitShutdown();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }

        private static void format(String data) throws Exception {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data)
                    .setDirectories(List.of(data))
                    .run();
        }

        private static int freePort() throws Exception {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private static Map<String, String> properties(String data, int port, int controllerPort) {
            return Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", "1"),
                    Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry(
                            "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                    Map.entry("log.dirs", data),
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES)),
                    Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
        }
    }
}
