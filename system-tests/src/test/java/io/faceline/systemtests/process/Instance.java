package io.faceline.systemtests.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.http.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, which can be killed, frozen, thawed and started again. Thread-safe. */
public final class Instance implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int LOGGED = 1_000;

    private final String name;
    private final Class<?> main;
    private final Map<String, String> environment;
    private final Path log;

    @GuardedBy("this")
    private Optional<Process> process = Optional.empty();

    @GuardedBy("this")
    private boolean isFrozen;

    /** @param environment with {@code FACELINE_HTTP_PORT} */
    Instance(String name, Class<?> main, Map<String, String> environment, Path log) {
        this.name = name;
        this.main = main;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    public String name() {
        return name;
    }

    public TestClient client() {
        return TestClient.of(Integer.parseInt(environment.get("FACELINE_HTTP_PORT")));
    }

    /** Does nothing while it runs. */
    public synchronized void start() {
        if (process.filter(Process::isAlive).isPresent()) {
            return;
        }
        var builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("FACELINE_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = Optional.of(builder.start());
            isFrozen = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the running process; empty if there is none. */
    public synchronized Optional<Long> pid() {
        return process.filter(Process::isAlive).map(Process::pid);
    }

    /** As {@code kill -9}; returns once the process is gone. */
    public synchronized void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
        process = Optional.empty();
        isFrozen = false;
    }

    /** As {@code kill}: the process may close what it opened. */
    public synchronized void terminate() {
        process.ifPresent(running -> {
            running.destroy();
            var unused = running.onExit()
                    .completeOnTimeout(running, STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        });
        kill();
    }

    public synchronized void freeze() {
        signal("STOP");
        isFrozen = true;
    }

    public synchronized void thaw() {
        signal("CONT");
        isFrozen = false;
    }

    public synchronized boolean isFrozen() {
        return isFrozen;
    }

    /** The exit code of a process that nobody ended; afterwards the instance counts as killed. */
    public synchronized Optional<Integer> takeOwnEnd() {
        var ended = process.filter(running -> !running.isAlive()).map(Process::exitValue);
        ended.ifPresent(code -> process = Optional.empty());
        return ended;
    }

    /** Must not be asked of a frozen process, which accepts the connection and never answers. */
    public boolean isReady() {
        try {
            return client().get("/health").status() == OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What its health says and its log ended with. */
    public String condition() {
        try {
            return name + " says " + client().get("/health").text() + "; its log ends with " + endOfLog();
        } catch (UncheckedIOException e) {
            return name + " does not listen; its log ends with " + endOfLog();
        }
    }

    private String endOfLog() {
        try {
            var text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - LOGGED)).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void signal(String signal) {
        process.filter(Process::isAlive).ifPresent(running -> {
            try {
                // The shell's own kill: a machine may lack the program.
                new ProcessBuilder("sh", "-c", "kill -" + signal + " " + running.pid())
                        .inheritIO()
                        .start()
                        .onExit()
                        .join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx256m",
                "-Djava.awt.headless=true"));
        command.add("-Dfaceline.npm=" + System.getProperty("faceline.npm"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    @Override
    public synchronized void close() {
        kill();
    }
}
