package io.faceline.evaluation.degradation;

import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.OpenSetRates;
import java.util.List;
import java.util.function.Predicate;

/**
 * The results at one level of a degradation.
 *
 * @param photos number of photos, whose originals all show a face
 * @param facesFound number of photos in which a face was still found
 * @param decided rates with the catalog's thresholds and margin
 * @param knownConfidence mean match confidence of faces of enrolled people, whatever the best candidate; 0 without
 *     any
 * @param strangerConfidence mean match confidence of faces of strangers; 0 without any
 * @param falseNames matches with the wrong person
 * @param falseNamesWithReasons false matches that carry quality reasons
 * @param rightNames matches with the right person
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
                .filter(search -> search.search().isOfStranger() == ofStrangers)
                .mapToDouble(AnsweredSearch::confidence)
                .average()
                .orElse(0);
    }

    private static int withReasons(List<AnsweredSearch> matches) {
        return (int) matches.stream().filter(AnsweredSearch::hasReasons).count();
    }
}
