package io.faceline.vision.turn;

import io.faceline.vision.detect.Detection;

/** A face as a turned image shows it, in the image as it was sent. */
record View(QuarterTurn turn, Detection detection, Uprightness uprightness) {
    /** The same, in an image of which the turned one is a part. */
    View at(Detection place) {
        return new View(turn, place, uprightness);
    }
}
