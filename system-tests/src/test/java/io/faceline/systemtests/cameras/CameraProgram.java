package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in Python on a port of this machine: a camera, or what is between it and its reader. Thread-safe. */
final class CameraProgram implements AutoCloseable {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SERVER = Path.of("src/test/python/rtsp_server.py");

    private final Process process;
    private final Path log;
    private final int port;

    private CameraProgram(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** A camera of the shared cases; the test is skipped where these are missing. */
    static CameraProgram fake(String script, int port, List<String> arguments) {
        return start(fakes().resolve(script), port, arguments);
    }

    /** On any free port. */
    static CameraProgram fake(String script, Path clip, String... options) {
        return fake(
                script,
                freePort(),
                Stream.concat(Stream.of(clip.toString()), Stream.of(options)).toList());
    }

    /** The fakes; the test is skipped where they are missing. */
    static Path fakes() {
        var folder = Path.of(System.getProperty("faceline.shared"), "cases", "cameras");
        assumeThat(folder)
                .as("the shared cases, which are not part of the project")
                .exists();
        assumeThat(Path.of(PYTHON)).as("python3").exists();
        return folder;
    }

    /** A server of GStreamer; the test is skipped where it is missing. */
    static CameraProgram gstreamer(int port, String... arguments) {
        assumeThat(hasGstreamer()).as("gst-rtsp-server for Python").isTrue();
        return start(SERVER, port, List.of(arguments));
    }

    /** Whether there is a server of GStreamer. */
    static boolean hasGstreamer() {
        return Files.exists(Path.of(PYTHON))
                && run(
                        List.of(
                                PYTHON,
                                "-c",
                                "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer"));
    }

    /** Makes a clip of H.265. */
    static Path h265(Path target) {
        run(List.of(PYTHON, SERVER.toString(), target.toString()));
        return target;
    }

    private static boolean run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CameraProgram start(Path script, int port, List<String> arguments) {
        try {
            var command =
                    new ArrayList<>(List.of(PYTHON, script.toAbsolutePath().toString(), "" + port));
            command.addAll(arguments);
            var log = Files.createTempFile("camera", ".log");
            log.toFile().deleteOnExit();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var program = new CameraProgram(process, log, port);
            await().atMost(Duration.ofSeconds(30)).until(program::listens);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** The host with the port. */
    String authority() {
        return "127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** What it says so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @param name of a signal, such as STOP */
    void signal(String name) {
        // The shell's own kill: a machine may lack the program.
        run(List.of("sh", "-c", "kill -" + name + " " + process.pid()));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
