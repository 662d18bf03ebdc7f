package io.faceline.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks, each in a JVM of its own with the compiler flags of the command line. */
final class Microbenchmarks {
    private static final int WARMUPS = 2;
    private static final int ROUNDS = 5;
    private static final TimeValue ROUND = TimeValue.milliseconds(1500);

    private Microbenchmarks() {}

    static List<Measurement> run(Class<?>... classes) throws RunnerException {
        var measurements = new ArrayList<Measurement>();
        for (var benchmarks : classes) {
            measurements.addAll(run(benchmarks));
        }
        return measurements;
    }

    private static List<Measurement> run(Class<?> benchmarks) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmarks.getSimpleName() + "\\.")
                .forks(1)
                .warmupIterations(WARMUPS)
                .warmupTime(ROUND)
                .measurementIterations(ROUNDS)
                .measurementTime(ROUND)
                .jvmArgsAppend("-XX:TieredStopAtLevel=1", "-Xmx6g")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.stream()
                .map(result -> measurement(benchmarks.getSimpleName().replace("Benchmark", ""), result))
                .toList();
    }

    private static Measurement measurement(String area, RunResult run) {
        var result = run.getPrimaryResult();
        var references = run.getParams().getParam("references");
        return new Measurement(
                area.toLowerCase(Locale.ROOT),
                result.getLabel() + (references == null ? "" : " of " + references),
                result.getScore(),
                result.getScoreUnit().replace("/op", ""),
                String.format(Locale.ROOT, "± %.2g", result.getScoreError()));
    }
}
