package io.faceline.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./faceline up} in a process of its own, with an ephemeral data folder. */
public final class ServerProcess implements AutoCloseable {
    private static final String READY = "faceline is up on ";

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the server with default settings; returns when it is ready. */
    static ServerProcess start() throws IOException {
        return start(Path.of("faceline"), List.of());
    }

    /**
     * Starts a server; returns when it is ready.
     *
     * @param faceline the command, of this build or of another
     * @param options of {@code up}
     */
    public static ServerProcess start(Path faceline, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(faceline.toAbsolutePath().toString(), "up", "--port", "0"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        var process = builder.start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new ServerProcess(
                        process, URI.create(line.substring(READY.length()).strip()));
            }
        }
        throw new IOException("faceline up ended before it was ready");
    }

    public URI at(String path) {
        return address.resolve(path);
    }

    /** CPU time of the process so far, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
