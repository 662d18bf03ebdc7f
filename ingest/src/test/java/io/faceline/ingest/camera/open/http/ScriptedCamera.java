package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A camera of the shared cases, which are not part of the project, in a process of its own on a free port. */
final class ScriptedCamera implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path log;

    private ScriptedCamera(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** @param arguments behind the port */
    static ScriptedCamera start(String script, Path folder, List<String> arguments) throws IOException {
        var file = Path.of(System.getProperty("faceline.shared"), "cases", "cameras", script);
        assumeThat(file)
                .as("the shared cases, which are not part of the project")
                .exists();
        assumeThat(Path.of("/usr/bin/python3")).as("python3").exists();
        var port = freePort();
        var command = new ArrayList<>(
                List.of("/usr/bin/python3", file.toAbsolutePath().toString(), "" + port));
        command.addAll(arguments);
        var log = Files.createTempFile(folder, "camera", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var camera = new ScriptedCamera(process, port, log);
        await().atMost(Duration.ofSeconds(20)).until(camera::listens);
        return camera;
    }

    static Path clip(Path folder) {
        var clip = folder.resolve("one.mjpeg");
        return Files.exists(clip)
                ? clip
                : TestVideos.make(clip, TestVideos.pattern(5, 3), "-c:v", "mjpeg", "-q:v", "3");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    HttpTarget target(String path) {
        return new HttpTarget(
                URI.create("http://camera.test:" + port + path), InetAddress.getLoopbackAddress(), Optional.empty());
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
