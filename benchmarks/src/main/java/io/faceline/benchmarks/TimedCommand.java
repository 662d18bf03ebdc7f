package io.faceline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The measurements of a command line, run in a process of its own.
 *
 * @param peakMegabytes peak resident size at the last line of output; NaN where the system does not report it
 */
record TimedCommand(double seconds, double secondsToFirstLine, double peakMegabytes) {
    private static final double NANOS = 1e9;
    private static final double KILOBYTES = 1024;

    static TimedCommand run(String... arguments) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var process = new ProcessBuilder(command(arguments))
                .redirectError(Redirect.DISCARD)
                .start();
        var first = Double.NaN;
        var peak = Double.NaN;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                first = Double.isNaN(first) ? (System.nanoTime() - start) / NANOS : first;
                peak = peakMegabytes(process.pid());
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(List.of(arguments) + " ended with " + process.exitValue());
        }
        return new TimedCommand((System.nanoTime() - start) / NANOS, first, peak);
    }

    /** The script at the root of the repository, which replaces itself by the Java process. */
    private static List<String> command(String... arguments) {
        var command =
                new ArrayList<>(List.of(Path.of("faceline").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static double peakMegabytes(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES)
                .findFirst()
                .orElse(Double.NaN);
    }
}
