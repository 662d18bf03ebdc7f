package io.faceline.cli.report;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the run that a page reports.
 *
 * @param detector the model id of the detector
 * @param framesPerSecond maximum frames processed per second of video
 * @param basis empty when no frame of a video was answered
 * @param gallery names of all people in the gallery
 * @param shownOnly names that the page is limited to; empty when it shows all people
 * @param start the time of position 0 of the videos, as given by the user
 */
public record RunFacts(
        ZonedDateTime when,
        String detector,
        double framesPerSecond,
        Optional<DecisionBasis> basis,
        List<String> gallery,
        List<String> shownOnly,
        Optional<String> start) {
    public RunFacts {
        gallery = List.copyOf(gallery);
        shownOnly = List.copyOf(shownOnly);
    }
}
