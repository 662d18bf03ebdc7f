package io.faceline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the command line in a new process per run, including the start of the JVM. */
final class CommandMeasurements {
    private static final int RUNS = 3;

    private CommandMeasurements() {}

    static List<Measurement> all() throws Exception {
        var folder = Files.createTempDirectory("faceline-benchmarks");
        var video = Films.minuteOf720p(TestMedia.file("video/hamilton.mp4"), folder.resolve("minute.mp4"));
        var photo = TestMedia.file("photos/insightface/t1.jpg");
        // The first run after a build prepares the later ones.
        TimedCommand.run("models", "list");
        var measured = new ArrayList<Measurement>();
        measured.addAll(measure("one photo", photo, ""));
        measured.addAll(measure(
                "a minute of 720p at 5 frames a second", video, Films.SECONDS + " s of video, start and end included"));
        return measured;
    }

    private static List<Measurement> measure(String name, Path file, String note)
            throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        var secondsToFirstLine = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var timed = TimedCommand.run("recognize", "--json", file.toString());
            seconds.add(timed.seconds());
            secondsToFirstLine.add(timed.secondsToFirstLine());
            memory.add(timed.peakMegabytes());
        }
        return List.of(
                new Measurement("command", name, PipelineAgainstLoop.median(seconds), "s", spread(seconds, note)),
                new Measurement(
                        "command",
                        name + ", to the first answer",
                        PipelineAgainstLoop.median(secondsToFirstLine),
                        "s",
                        ""),
                new Measurement("memory", name, PipelineAgainstLoop.median(memory), "MB", "peak resident size"));
    }

    private static String spread(List<Double> seconds, String note) {
        var range = String.format(
                Locale.ROOT,
                "%.1f to %.1f",
                seconds.stream().min(Double::compare).orElseThrow(),
                seconds.stream().max(Double::compare).orElseThrow());
        return note.isEmpty() ? range : note + "; " + range;
    }
}
