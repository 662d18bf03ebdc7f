package io.faceline.contracts.catalog;

/**
 * How a detector checks detections that it is not sure of. Such a detection is a face if an eye is open or if it is like
 * a face.
 *
 * @param sureScore from this score on, a detection is not checked, 0 to 1
 * @param minScore from this score on, a detection below the detector's threshold is checked too, 0 to 1
 * @param eyeModel a model with the classes closed and open, for the eyes of a 68-point landmark model
 * @param minOpen minimum probability that one of the eyes is open
 * @param faceModel an embedder
 * @param minLength minimum length of its vector before normalisation: that of what is no face is shorter
 */
public record SecondLookFacts(
        double sureScore, double minScore, String eyeModel, double minOpen, String faceModel, double minLength) {
    public SecondLookFacts {
        Facts.share("detection.secondLook.sureScore", sureScore);
        Facts.share("detection.secondLook.minScore", minScore);
        Facts.share("detection.secondLook.minOpen", minOpen);
        Facts.require(minLength >= 0, "detection.secondLook.minLength must not be negative, was " + minLength);
    }
}
