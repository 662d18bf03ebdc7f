package io.faceline.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * InsightFace's own Python package on this machine, now: a figure of another day or machine says nothing beside ours.
 *
 * @param imagesPerSecond by what the images are; empty where the package is not installed
 */
record InsightFaceSpeed(Map<String, Double> imagesPerSecond) {
    private static final Path SCRIPT = Path.of("benchmarks", "peers", "insightface_speed.py");
    private static final Pattern LINE = Pattern.compile("(.+): ([0-9.]+) images/s.*");

    InsightFaceSpeed {
        imagesPerSecond = Map.copyOf(imagesPerSecond);
    }

    /** Where Python or the package is missing, this or the script says so. */
    static InsightFaceSpeed measure(Path shared) throws InterruptedException {
        try {
            var process = new ProcessBuilder("python3", SCRIPT.toString(), shared.toString())
                    .redirectError(Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? of(output) : new InsightFaceSpeed(Map.of());
        } catch (IOException e) {
            System.err.println("InsightFace is not measured: " + e.getMessage());
            return new InsightFaceSpeed(Map.of());
        }
    }

    static InsightFaceSpeed of(String output) {
        var speeds = new LinkedHashMap<String, Double>();
        LINE.matcher(output).results().forEach(line -> speeds.put(line.group(1), Double.parseDouble(line.group(2))));
        return new InsightFaceSpeed(speeds);
    }

    /** What a table says beside our figure; nothing where the package was not measured. */
    String beside(String images) {
        var speed = imagesPerSecond.get(images);
        return speed == null ? "" : "InsightFace's Python package " + speed + "/s, in the same run";
    }
}
