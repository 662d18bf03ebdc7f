package io.faceline.vision.camera;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A camera of cases/cameras on this machine that misbehaves as told. */
final class FakeCamera implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Process process;
    private final Path log;
    private final int port;

    private FakeCamera(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param options as the first lines of rtsp.py say */
    static FakeCamera rtsp(Path clip, String... options) {
        try {
            var port = freePort();
            var command = new ArrayList<>(List.of("python3", script("rtsp.py").toString(), "" + port, clip.toString()));
            command.addAll(List.of(options));
            return start(command, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FakeCamera start(List<String> command, int port) throws IOException {
        var log = File.createTempFile("camera", ".log").toPath();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var camera = new FakeCamera(process, log, port);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(camera::answers);
        return camera;
    }

    private static Path script(String name) {
        var script = Path.of(System.getProperty("faceline.shared", "../shared"), "cases", "cameras", name);
        Assumptions.assumeTrue(Files.isRegularFile(script), "the fake cameras of ../shared are missing");
        Assumptions.assumeTrue(isInstalled("python3"), "python3 is missing");
        return script;
    }

    static boolean isInstalled(String program) {
        try {
            var process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    FfmpegAddress address() {
        return FfmpegAddress.rtsp(url(), Optional.empty(), Optional.empty());
    }

    FfmpegAddress address(String password) {
        return FfmpegAddress.rtsp(url(), Optional.of(new FfmpegAddress.Login("admin", password)), Optional.empty());
    }

    String url() {
        return "rtsp://" + HOST + ":" + port + "/cam";
    }

    /** What it says so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
