package io.faceline.evaluation.degradation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A degradation at several levels.
 *
 * @param name usable as a file name
 * @param unit the unit of the level names
 * @param levels mildest first
 */
public record DegradationSeries(String name, String unit, List<Level> levels) {
    /** @param name a number or words */
    public record Level(String name, Degradation degradation) {}

    public DegradationSeries {
        levels = List.copyOf(levels);
    }

    /** All series of the report. */
    public static List<DegradationSeries> all() {
        return List.of(
                of("face-size", "pixels of the face, photo resized", FaceSize::new, 96, 64, 48, 32, 24, 16),
                of(
                        "scene",
                        "pixels of the face, in an image of 1280 × 720",
                        SmallInTheScene::new,
                        96,
                        64,
                        48,
                        32,
                        24,
                        16),
                of("dark", "% of the light", percent -> new Dark(percent / 100.0), 50, 25, 12, 6, 3),
                of(
                        "infrared",
                        "% of the brightness, without colour",
                        percent -> new Infrared(percent / 100.0),
                        100,
                        50,
                        25),
                of("blur", "pixels of Gaussian sigma", Blur::new, 1, 2, 3, 4, 6),
                of("low-resolution", "times fewer pixels per side, enlarged again", LowResolution::new, 2, 3, 4, 6, 8),
                of("jpeg", "JPEG quality", JpegQuality::new, 50, 30, 20, 10, 5),
                mask());
    }

    private static DegradationSeries of(String name, String unit, IntFunction<Degradation> degradation, int... levels) {
        return new DegradationSeries(
                name,
                unit,
                IntStream.of(levels)
                        .mapToObj(level -> new Level(Integer.toString(level), degradation.apply(level)))
                        .toList());
    }

    private static DegradationSeries mask() {
        return new DegradationSeries(
                "mask",
                "part covered by a drawn mask",
                List.of(new Level("mouth", Mask.MOUTH), new Level("nose and mouth", Mask.NOSE_AND_MOUTH)));
    }
}
