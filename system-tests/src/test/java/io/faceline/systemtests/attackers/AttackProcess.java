package io.faceline.systemtests.attackers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Attackers in a process of their own. Elsewhere they would have processors of their own; here they get what the server
 * leaves.
 */
final class AttackProcess implements AutoCloseable {
    private final Process process;

    private AttackProcess(Process process) {
        this.process = process;
    }

    /** Starts three attackers of each kind. */
    static AttackProcess start(int port, Origin origin, List<Attack> kinds, long seed) throws IOException {
        var names = kinds.stream().map(Attack::name).collect(Collectors.joining(","));
        return new AttackProcess(new ProcessBuilder(List.of(
                        "nice",
                        "-n",
                        "10",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttackMain.class.getName(),
                        Integer.toString(port),
                        origin.name(),
                        names,
                        Long.toString(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until all is held that is to be held, or for half a minute. */
    void awaitBegun() throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo(AttackMain.BEGUN);
    }

    /** Whether the attack goes on. */
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
