package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service running as a process of this machine. */
final class ServiceProcess {
    private static final Duration HEALTH_TEST_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final List<String> healthTest;
    private final Map<String, String> environment;

    private ServiceProcess(String name, Process process, List<String> healthTest, Map<String, String> environment) {
        this.name = name;
        this.process = process;
        this.healthTest = List.copyOf(healthTest);
        this.environment = Map.copyOf(environment);
    }

    /** @param log receives the output of the process */
    static ServiceProcess start(LocalProcessMapping mapping, ComposeService service, int httpPort, Path log)
            throws IOException {
        var environment = mapping.environment(service, httpPort);
        var process = builder(mapping.command(service), environment)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(service.name(), process, mapping.healthTest(service), environment);
    }

    String name() {
        return name;
    }

    int httpPort() {
        return Integer.parseInt(environment.get("FACELINE_HTTP_PORT"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs the health check of the Compose file; a timeout counts as unhealthy. */
    boolean isHealthy() throws IOException, InterruptedException {
        var test = builder(healthTest, environment)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return test.waitFor(HEALTH_TEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) && test.exitValue() == 0;
        } finally {
            test.destroy();
        }
    }

    /** Waits for the end; returns the exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Registers a callback for the end of the process. */
    void onEnd(Runnable callback) {
        var unused = process.onExit().thenRun(callback);
    }

    void terminate() {
        process.destroy();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for the end and kills the process after a timeout or an interruption; returns the exit code. */
    int awaitEnd(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return process.onExit().join().exitValue();
    }

    /** Removes inherited settings, as a container would not see them. */
    private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FACELINE_"));
        builder.environment().putAll(environment);
        return builder;
    }
}
