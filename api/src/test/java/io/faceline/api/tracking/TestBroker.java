package io.faceline.api.tracking;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.KafkaSettings;
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
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real broker in this JVM. Tests keep apart by their topic prefix. */
final class TestBroker implements BeforeAllCallback, AfterAllCallback {
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private Path folder;
    private String bootstrapServers;
    private KafkaRaftServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("faceline-test-broker");
        var data = folder.resolve("data").toString();
        format(data);
        var port = freePort();
        bootstrapServers = "127.0.0.1:" + port;
        server = new KafkaRaftServer(new KafkaConfig(properties(data, port, freePort()), false), Time.SYSTEM);
        server.startup();
    }

    /** Settings with a topic prefix that no other test has. */
    KafkaSettings settings() {
        return new KafkaSettings(
                bootstrapServers,
                "t" + PREFIXES.incrementAndGet() + ".",
                new PartitionCounts(1, 4),
                (short) 1,
                folder.resolve("state"),
                "test",
                Map.of());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
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

    private static int freePort() throws IOException {
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
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", data),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("message.max.bytes", "16777216"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
    }
}
