package io.faceline.contracts.catalog;

import java.util.List;

/** The indices of a model's points for each landmark, which lies at their mean. Left and right are the person's own. */
public record LandmarkPoints(
        List<Integer> leftEye,
        List<Integer> rightEye,
        List<Integer> nose,
        List<Integer> mouthLeft,
        List<Integer> mouthRight) {
    public LandmarkPoints {
        leftEye = indices("leftEye", leftEye);
        rightEye = indices("rightEye", rightEye);
        nose = indices("nose", nose);
        mouthLeft = indices("mouthLeft", mouthLeft);
        mouthRight = indices("mouthRight", mouthRight);
    }

    private static List<Integer> indices(String landmark, List<Integer> points) {
        Facts.require(
                !points.isEmpty() && points.stream().allMatch(point -> point >= 0),
                "landmarkPoints." + landmark + " must list point indices from 0, was " + points);
        return List.copyOf(points);
    }
}
