package io.faceline.benchmarks.alerts;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures the processor time of the stage alerts for each update of a track, with a thousand rules and 50 cameras, and beside it without
 * rules. Prints a Markdown table.
 *
 * <p>Arguments: seconds of each camera that are measured, after a third as many to warm up.
 */
public final class AlertCosts {
    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final Duration FRAME = Duration.ofMillis(Passer.MILLIS_OF_FRAME);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WORST = 20;
    private static final String HEAD = """
            | run | ms an update, mean | of it judging | p50 | p99 | max | ms of clock work a frame's time | rules an update | alerts written | of the first |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private AlertCosts() {}

    /** Of this thread, which does all the work: other processes do not count. */
    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * What one run took.
     *
     * @param nanos of each update; ascending
     * @param judgingNanos of the judging alone, altogether
     * @param clockNanos of what is done by the clock, altogether
     */
    record Result(
            RuleMix mix,
            List<Long> nanos,
            long judgingNanos,
            long clockNanos,
            int rounds,
            long passedOn,
            long written) {
        Result {
            nanos = nanos.stream().sorted().toList();
        }

        double mean() {
            return nanos.stream().mapToLong(Long::longValue).average().orElse(0) / NANOS_PER_MILLI;
        }

        double percentile(double share) {
            return nanos.get((int) Math.ceil(share * nanos.size()) - 1) / NANOS_PER_MILLI;
        }
    }

    public static void main(String... arguments) throws IOException {
        var seconds = Integer.parseInt(arguments[0]);
        var results = new ArrayList<Result>();
        for (var mix : RuleMix.values()) {
            // The worst case has many times the work.
            results.add(run(mix, mix == RuleMix.STRANGERS ? Math.max(2, seconds / WORST) : seconds));
            System.err.print(row(results.get(0), results.get(results.size() - 1)));
        }
        System.out.println(table(results));
        System.out.println("Load average: " + Files.readString(Path.of("/proc/loadavg")));
    }

    static Result run(RuleMix mix, int seconds) {
        var rounds = (int) (Duration.ofSeconds(seconds).toMillis() / Passer.MILLIS_OF_FRAME);
        var passers = IntStream.range(0, RuleMix.SOURCES)
                .mapToObj(camera -> new Passer(camera, START))
                .toList();
        try (var stage = new JudgedStage(mix, START)) {
            var frame = 0L;
            for (; frame < rounds / 3; frame++) {
                round(stage, passers, frame, new long[passers.size()]);
            }
            var nanos = new long[rounds * passers.size()];
            var clockNanos = 0L;
            var passedOn = stage.passedOn();
            var written = stage.written();
            var judging = stage.judgingNanos();
            for (var i = 0; i < rounds; i++) {
                var ofRound = new long[passers.size()];
                clockNanos += round(stage, passers, frame + i, ofRound);
                System.arraycopy(ofRound, 0, nanos, i * ofRound.length, ofRound.length);
            }
            return new Result(
                    mix,
                    Arrays.stream(nanos).boxed().toList(),
                    stage.judgingNanos() - judging,
                    clockNanos,
                    rounds,
                    stage.passedOn() - passedOn,
                    stage.written() - written);
        }
    }

    /** One frame of each camera. Returns the time of what is done by the clock. */
    private static long round(JudgedStage stage, List<Passer> passers, long frame, long[] nanos) {
        for (var i = 0; i < nanos.length; i++) {
            var update = passers.get(i).at(frame);
            var from = cpuNanos();
            stage.track(update);
            nanos[i] = cpuNanos() - from;
        }
        var from = cpuNanos();
        stage.advance(FRAME);
        var took = cpuNanos() - from;
        stage.drain();
        return took;
    }

    static String table(List<Result> results) {
        var table = new StringBuilder(HEAD);
        results.forEach(result -> table.append(row(results.get(0), result)));
        return table.toString();
    }

    private static String row(Result first, Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f | %.1f | %.1f | %.1f | %d | %.1f |%n",
                result.mix().label(),
                result.mean(),
                result.judgingNanos() / NANOS_PER_MILLI / result.nanos().size(),
                result.percentile(0.5),
                result.percentile(0.99),
                result.percentile(1),
                result.clockNanos() / NANOS_PER_MILLI / result.rounds(),
                (double) result.passedOn() / result.nanos().size(),
                result.written(),
                result.mean() / first.mean());
    }
}
