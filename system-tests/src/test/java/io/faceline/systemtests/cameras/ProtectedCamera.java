package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A camera of the shared cases, which are not part of the project, in a process of its own. */
final class ProtectedCamera implements AutoCloseable {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Process process;
    private final int port;

    private ProtectedCamera(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param options behind the port and the clip */
    static ProtectedCamera start(String script, Path clip, String... options) throws IOException {
        var file = Path.of(System.getProperty("faceline.shared"), "cases", "cameras", script);
        assumeThat(file)
                .as("the shared cases, which are not part of the project")
                .exists();
        assumeThat(PYTHON).as("python3").exists();
        var port = freePort();
        var command = new ArrayList<>(
                List.of(PYTHON.toString(), file.toAbsolutePath().toString(), "" + port, clip.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile(clip.getParent(), "camera", ".log").toFile())
                .start();
        var camera = new ProtectedCamera(process, port);
        await().atMost(Duration.ofSeconds(30)).until(camera::listens);
        return camera;
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

    /** The host with the port. */
    String authority() {
        return "127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
