package io.faceline.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to decode a detector's outputs.
 *
 * @param scoreThreshold minimum score of a detection, 0 to 1
 * @param nmsIou non-maximum suppression: of two boxes with a higher IoU the one with the lower score is dropped
 * @param strides pixels between cells, one for each output of a kind; empty when the network outputs decoded boxes
 * @param anchorsPerCell number of boxes predicted per cell
 * @param secondLook null for a detector whose detections are not checked
 */
public record DetectionFacts(
        double scoreThreshold,
        double nmsIou,
        List<Integer> strides,
        int anchorsPerCell,
        @Nullable SecondLookFacts secondLook) {
    public DetectionFacts {
        Facts.share("detection.scoreThreshold", scoreThreshold);
        Facts.share("detection.nmsIou", nmsIou);
        strides = List.copyOf(strides);
        Facts.require(
                strides.stream().allMatch(stride -> stride > 0), "detection.strides must be above 0, were " + strides);
        Facts.require(anchorsPerCell >= 0, "detection.anchorsPerCell must not be negative, was " + anchorsPerCell);
    }
}
