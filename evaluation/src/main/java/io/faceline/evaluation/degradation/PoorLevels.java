package io.faceline.evaluation.degradation;

import io.faceline.evaluation.degradation.DegradationSeries.Level;
import java.util.List;

/** The levels at which hardly anything of a person is left, on which the rules of recognisability are tested. */
public final class PoorLevels {
    private PoorLevels() {}

    public static List<Level> tested() {
        return List.of(
                new Level("turned 90", new Turn(1)),
                new Level("turned 180", new Turn(2)),
                new Level("turned 270", new Turn(3)),
                new Level("mask", Mask.NOSE_AND_MOUTH),
                new Level("mask, mouth", Mask.MOUTH),
                new Level("sunglasses", new Sunglasses()),
                new Level("mask and sunglasses", new Composed(Mask.NOSE_AND_MOUTH, new Sunglasses())),
                new Level("blur 3", new Blur(3)),
                new Level("blur 4", new Blur(4)),
                new Level("dark 12 %", new Dark(0.12)),
                new Level("dark 6 %", new Dark(0.06)),
                new Level("24 pixels", new FaceSize(24)),
                new Level("16 pixels", new FaceSize(16)),
                new Level("JPEG 5", new JpegQuality(5)));
    }
}
