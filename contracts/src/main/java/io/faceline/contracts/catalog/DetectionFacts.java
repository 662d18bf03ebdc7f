package io.faceline.contracts.catalog;

import java.util.List;

/**
 * What is needed to read a detector's outputs.
 *
 * @param scoreThreshold a face is believed from this score on, 0 to 1
 * @param nmsIou of two boxes that overlap more than this the less sure one goes
 * @param strides pixels between cells, one for each output of a kind; empty when the network decodes its own boxes
 * @param anchorsPerCell how many boxes a cell may say
 */
public record DetectionFacts(double scoreThreshold, double nmsIou, List<Integer> strides, int anchorsPerCell) {
    public DetectionFacts {
        Facts.share("detection.scoreThreshold", scoreThreshold);
        Facts.share("detection.nmsIou", nmsIou);
        strides = List.copyOf(strides);
        Facts.require(
                strides.stream().allMatch(stride -> stride > 0), "detection.strides must be above 0, were " + strides);
        Facts.require(anchorsPerCell >= 0, "detection.anchorsPerCell must not be negative, was " + anchorsPerCell);
    }
}
