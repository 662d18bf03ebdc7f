package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service that runs as a process of this machine. */
final class ServiceProcess {
    private static final Duration HEALTH_TEST_WITHIN = Duration.ofSeconds(5);

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

    /** @param log where all goes that the process says */
    static ServiceProcess start(LocalProcessMapping machine, ComposeService service, int httpPort, Path log)
            throws IOException {
        var environment = machine.environment(service, httpPort);
        var process = builder(machine.command(service), environment)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(service.name(), process, machine.healthTest(service), environment);
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

    /** Asks by the health check of the Compose file; no answer in time is a bad one. */
    boolean isHealthy() throws IOException, InterruptedException {
        var test = builder(healthTest, environment)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return test.waitFor(HEALTH_TEST_WITHIN.toMillis(), TimeUnit.MILLISECONDS) && test.exitValue() == 0;
        } finally {
            test.destroy();
        }
    }

    /** Returns its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Calls back when it has ended, whoever ended it. */
    void onEnd(Runnable callback) {
        var unused = process.onExit().thenRun(callback);
    }

    void askToEnd() {
        process.destroy();
    }

    /** Kills it when it does not end in time, or when the thread is interrupted. Returns its exit code. */
    int awaitEnd(Duration grace) {
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return process.onExit().join().exitValue();
    }

    /** A container knows nothing of the settings around it. */
    private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FACELINE_"));
        builder.environment().putAll(environment);
        return builder;
    }
}
