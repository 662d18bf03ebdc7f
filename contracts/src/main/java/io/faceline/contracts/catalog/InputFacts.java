package io.faceline.contracts.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input tensor of a model: float32 planes, each value {@code (pixel - mean) / scale} of a pixel from 0 to 255.
 *
 * @param name of the input in the ONNX file
 * @param width pixels
 * @param height pixels
 * @param mean one number, or one per channel in the order of {@code channels}
 * @param scale one number, or one per channel; never 0
 * @param boxScale for a model of a single face: the side of its region relative to the bounding box; null when the
 *     input is a whole image or an aligned crop
 * @param smallSide for a model with a variable input size: images from half of this size up to this size use a square
 *     input of this side, because detection is less accurate on strongly enlarged images; null when the input size is
 *     fixed
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

    /** The input for small images, if the model's input size is variable. */
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
