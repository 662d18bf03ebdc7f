package io.faceline.contracts.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model wants to be fed: float32 planes, each value {@code (pixel - mean) / scale} of a pixel from 0 to 255.
 *
 * @param name of the input in the ONNX file
 * @param width pixels
 * @param height pixels
 * @param mean one number, or one a channel in the order of {@code channels}
 * @param scale likewise, none of them 0
 * @param boxScale for a model that looks at one face: how much larger than its box the region is; null where a whole
 *     image or an aligned crop goes in
 * @param smallSide for a model that takes other sizes too: pictures up to this size, and from half of it on, go into a
 *     square of this side, since faces of a picture that was much enlarged are found less well; null where only one size goes in
 */
public record InputFacts(
        String name,
        int width,
        int height,
        Resize resize,
        Channels channels,
        List<Double> mean,
        List<Double> scale,
        Batch batch,
        @Nullable Double boxScale,
        @Nullable Integer smallSide) {
    private static final int MAX_SIDE = 4096;

    public InputFacts {
        Facts.require(width > 0 && width <= MAX_SIDE, "input.width must be between 1 and 4096, was " + width);
        Facts.require(height > 0 && height <= MAX_SIDE, "input.height must be between 1 and 4096, was " + height);
        mean = onePerChannel("input.mean", mean, channels);
        scale = onePerChannel("input.scale", scale, channels);
        Facts.require(!scale.contains(0.0), "input.scale must not be 0");
        Facts.require(boxScale == null || boxScale > 0, "input.boxScale must be above 0, was " + boxScale);
        Facts.require(
                smallSide == null || (smallSide > 0 && smallSide < Math.min(width, height)),
                "input.smallSide must be between 1 and the side of the input, was " + smallSide);
    }

    /** What small pictures go into, where the model takes more than one size. */
    public Optional<InputFacts> small() {
        return Optional.ofNullable(smallSide)
                .map(side -> new InputFacts(name, side, side, resize, channels, mean, scale, batch, boxScale, null));
    }

    private static List<Double> onePerChannel(String field, List<Double> values, Channels channels) {
        Facts.require(
                values.size() == 1 || values.size() == channels.count(),
                field + " must have 1 or " + channels.count() + " numbers, had " + values.size());
        return List.copyOf(values);
    }

    public double mean(int channel) {
        return mean.get(mean.size() == 1 ? 0 : channel);
    }

    public double scale(int channel) {
        return scale.get(scale.size() == 1 ? 0 : channel);
    }
}
