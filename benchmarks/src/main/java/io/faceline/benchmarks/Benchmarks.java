package io.faceline.benchmarks;

import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs all benchmarks: {@code scripts/benchmarks [PART...]}. Prints a Markdown table and writes it, also as JSON, to the
 * folder {@code benchmarks/target}.
 */
public final class Benchmarks {
    private static final Set<String> PARTS = new TreeSet<>(Set.of("steps", "search", "pipeline", "commands", "peers"));

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        var parts = arguments.length == 0 ? PARTS : new TreeSet<>(List.of(arguments));
        if (!PARTS.containsAll(parts)) {
            System.err.println("parts must be of " + PARTS + ", was " + parts);
            System.exit(2);
        }
        var measurements = new ArrayList<Measurement>();
        for (var part : parts) {
            measurements.addAll(measure(part));
        }
        write(measurements);
        System.exit(0);
    }

    private static List<Measurement> measure(String part) throws Exception {
        return switch (part) {
            case "steps" -> Microbenchmarks.run(VisionBenchmark.class, SerdeBenchmark.class);
            case "search" -> Microbenchmarks.run(SearchBenchmark.class);
            case "pipeline" -> PipelineMeasurements.ratios();
            case "peers" -> PipelineMeasurements.againstInsightFace();
            case "commands" -> CommandMeasurements.all();
            default -> throw new IllegalArgumentException("unknown part " + part);
        };
    }

    private static void write(List<Measurement> measurements) throws IOException {
        var table = MarkdownTable.of(measurements);
        System.out.println(table);
        var folder = Files.createDirectories(Path.of("benchmarks", "target"));
        Files.writeString(folder.resolve("benchmarks.md"), table);
        Files.write(
                folder.resolve("benchmarks.json"),
                Mappers.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(measurements));
    }
}
