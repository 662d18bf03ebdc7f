package io.faceline.vision.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JVM for decoding strangers' files, which can be killed: with none of our settings in its environment, a small heap,
 * and the walls that {@link Isolation} finds on this machine. Immutable.
 *
 * @param main its main class
 * @param heapMebibytes its maximum heap
 * @param nativeBytes what its decoders may take besides, where the system can limit it; at most one allocation more than
 *     that fails, and the decoder reports it or ends
 * @param properties system properties, each as {@code -Dname=value}
 * @param files files and folders it reads, besides the class path and the JDK
 */
public record IsolatedJvm(
        Class<?> main, int heapMebibytes, long nativeBytes, List<String> properties, List<Path> files) {
    /** Address space of an idle JVM with its libraries and threads, most of which it never touches; measured. */
    private static final long JVM_BYTES = 700L << 20;

    /** Only the variables that file names depend on; a decoder must not see our secrets. */
    private static final Set<String> ENVIRONMENT =
            Set.of("LANG", "LC_ALL", "LC_CTYPE", "HOME", "PATH", "TMPDIR", "TEMP", "SystemRoot");

    /** glibc reserves 64 MB of addresses for each thread that allocates. */
    private static final String MALLOC_ARENAS = "MALLOC_ARENA_MAX";

    public IsolatedJvm {
        properties = List.copyOf(properties);
        files = List.copyOf(files);
    }

    /** Starts the process within these walls. Its standard error is discarded. */
    public Process start(Isolation isolation) throws IOException {
        return start(command(isolation));
    }

    /** As {@link #start}, but a sandbox leaves it the network: for a process that reads from a camera. */
    public Process startWithNetwork(Isolation isolation) throws IOException {
        return start(command(isolation, true));
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().put(MALLOC_ARENAS, "2");
        builder.environment().put("OPENCV_LOG_LEVEL", "OFF");
        return builder.start();
    }

    List<String> command(Isolation isolation) {
        return command(isolation, false);
    }

    List<String> command(Isolation isolation, boolean needsNetwork) {
        var command = new ArrayList<String>();
        isolation.bubblewrap().ifPresent(program -> command.addAll(Sandbox.command(program, files, needsNetwork)));
        isolation
                .prlimit()
                .ifPresent(program ->
                        command.addAll(List.of(program.toString(), Isolation.limit(addressSpace()), "--core=0")));
        command.addAll(java());
        return command;
    }

    private long addressSpace() {
        return JVM_BYTES + ((long) heapMebibytes << 20) + nativeBytes;
    }

    private List<String> java() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heapMebibytes + "m",
                // Reserved as a whole, and the default is a gibibyte.
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + new File(System.getProperty("java.io.tmpdir"), "faceline-decoder-%p.log")));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** A started process and its descendants, such as the JVM within a sandbox. To find them costs milliseconds. */
    public static List<ProcessHandle> family(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Processor time that processes have taken so far; zero where the system does not tell. */
    public static Duration processorTime(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
