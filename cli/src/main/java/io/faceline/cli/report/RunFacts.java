package io.faceline.cli.report;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How the files of a page were searched.
 *
 * @param detector its model id
 * @param framesPerSecond of video that were looked at
 * @param basis empty when no frame of a video was answered
 * @param gallery names of all who could have been found
 * @param shownOnly names the page is limited to; empty when it shows everybody
 * @param start when position 0 of the videos was, as it was given
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
