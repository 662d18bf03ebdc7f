package io.faceline.evaluation.degradation;

import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.OpenSetRates;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of photos at one level of a degradation.
 *
 * @param photos all of them show a face as they are
 * @param facesFound how many still do
 * @param decided with the catalog's thresholds and margin
 * @param knownConfidence mean match confidence of the faces of enrolled people, whoever the best candidate was; 0 without
 *     any
 * @param strangerConfidence likewise of strangers' faces
 * @param falseNames matches that name the wrong person
 * @param falseNamesWithReasons those of them that say that the picture is poor
 * @param rightNames matches that name the right person
 */
public record LevelRates(
        String level,
        int photos,
        int facesFound,
        OpenSetRates decided,
        double knownConfidence,
        double strangerConfidence,
        int falseNames,
        int falseNamesWithReasons,
        int rightNames,
        int rightNamesWithReasons) {

    static LevelRates of(String level, int photos, List<AnsweredSearch> answered, OpenSetRates decided) {
        var matches = answered.stream().filter(AnsweredSearch::isMatch).toList();
        var right = matches.stream().filter(AnsweredSearch::isRight).toList();
        var wrong =
                matches.stream().filter(Predicate.not(AnsweredSearch::isRight)).toList();
        return new LevelRates(
                level,
                photos,
                answered.size(),
                decided,
                meanConfidence(answered, false),
                meanConfidence(answered, true),
                wrong.size(),
                withReasons(wrong),
                right.size(),
                withReasons(right));
    }

    private static double meanConfidence(List<AnsweredSearch> answered, boolean ofStrangers) {
        return answered.stream()
                .filter(it -> it.search().isOfStranger() == ofStrangers)
                .mapToDouble(AnsweredSearch::confidence)
                .average()
                .orElse(0);
    }

    private static int withReasons(List<AnsweredSearch> matches) {
        return (int) matches.stream().filter(AnsweredSearch::hasReasons).count();
    }
}
