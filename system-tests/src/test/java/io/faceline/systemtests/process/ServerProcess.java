package io.faceline.systemtests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.FacelineMain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code faceline up} in a process of its own. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("is up on http://localhost:(\\d+)");
    private static final Duration STARTED = Duration.ofMinutes(3);
    private static final Duration ENDED = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the process, without waiting until it serves.
     *
     * @param heap maximum size of its heap, such as {@code 1g}
     * @param data its data folder
     * @param environment what it gets besides the environment of the tests
     * @param log where its output goes
     */
    public static ServerProcess start(String heap, Path data, Map<String, String> environment, Path log)
            throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx" + heap,
                        "-Dfaceline.npm=" + System.getProperty("faceline.npm"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FacelineMain.class.getName(),
                        "up",
                        "--port",
                        "0",
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log);
    }

    /** Waits until it serves; fails when it ends instead. */
    public ServerProcess awaitUp() throws IOException {
        await().atMost(STARTED).until(() -> PORT.matcher(log()).find() || !process.isAlive());
        assertThat(PORT.matcher(log()).find()).as(log()).isTrue();
        return this;
    }

    /** The port of the server that is up. */
    public int port() throws IOException {
        var port = PORT.matcher(log());
        assertThat(port.find()).as("the port in its output").isTrue();
        return Integer.parseInt(port.group(1));
    }

    public URI address() throws IOException {
        return URI.create("http://localhost:" + port());
    }

    /** All that it has printed so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself, and returns its exit code. */
    public int awaitEnd(String reason) throws InterruptedException {
        assertThat(process.waitFor(ENDED.toSeconds(), TimeUnit.SECONDS))
                .as(reason)
                .isTrue();
        return process.exitValue();
    }

    /** Kills it, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
