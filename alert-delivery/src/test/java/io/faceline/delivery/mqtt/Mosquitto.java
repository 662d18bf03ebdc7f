package io.faceline.delivery.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Debian's broker in a folder of the test's own; it saves what it retains when it is told to, or stopped. Not thread-safe. */
public final class Mosquitto implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final String more;
    private @Nullable Process process;

    private Mosquitto(Path folder, int port, String more) {
        this.folder = folder;
        this.port = port;
        this.more = more;
    }

    public static Mosquitto in(Path folder) throws Exception {
        return in(folder, "allow_anonymous true\n");
    }

    /** @param more lines of the configuration */
    public static Mosquitto in(Path folder, String more) throws Exception {
        assumeTrue(program() != null, "mosquitto is not installed");
        var broker = new Mosquitto(folder, freePort(), more);
        broker.start();
        return broker;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static @Nullable Path program() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    public int port() {
        return port;
    }

    public String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    public void start() throws IOException {
        var config = folder.resolve("mosquitto.conf");
        Files.writeString(
                config,
                "listener " + port + " 127.0.0.1\nuser " + System.getProperty("user.name")
                        + "\npersistence true\npersistence_location " + folder
                        + "/\nautosave_interval 0\nlog_dest file " + folder + "/log\n" + more);
        process = new ProcessBuilder(String.valueOf(program()), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(TIMEOUT).until(this::answers);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    /** What it retains now is on the disk. */
    public void save() throws Exception {
        var file = folder.resolve("mosquitto.db");
        Files.deleteIfExists(file);
        signal("USR1");
        await().atMost(TIMEOUT).until(() -> Files.exists(file) && Files.size(file) > 0);
    }

    /** Its process stands still. */
    public void freeze() throws Exception {
        signal("STOP");
    }

    private void signal(String name) throws Exception {
        var kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(running().pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** As kill -9: what it has not saved is lost. */
    public void kill() {
        running().destroyForcibly();
        await().atMost(TIMEOUT).until(() -> !running().isAlive());
    }

    /** It saves first. */
    public void stop() {
        running().destroy();
        await().atMost(TIMEOUT).until(() -> !running().isAlive());
    }

    @Override
    public void close() {
        kill();
    }
}
