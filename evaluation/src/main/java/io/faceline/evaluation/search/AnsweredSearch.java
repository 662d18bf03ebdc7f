package io.faceline.evaluation.search;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.List;

/** The search of a found face with the answer of the matcher. */
public record AnsweredSearch(Search search, Identification answer) {
    public static List<AnsweredSearch> of(List<Search> searches, Decisions decisions, Thresholds thresholds) {
        var answered = new ArrayList<AnsweredSearch>();
        for (var search : searches) {
            decisions.of(search, thresholds).ifPresent(answer -> answered.add(new AnsweredSearch(search, answer)));
        }
        return answered;
    }

    public boolean isMatch() {
        return answer.decision() == Decision.MATCH;
    }

    /** Whether the best candidate is the person in the photo, which is never the case for a stranger. */
    public boolean isRight() {
        return answer.candidates().stream()
                .findFirst()
                .filter(best -> search.isRight(best.person()))
                .isPresent();
    }

    public boolean hasReasons() {
        return !answer.reasons().isEmpty();
    }

    /** The confidence in the best candidate; 0 without a candidate. */
    public double confidence() {
        var confidence = answer.confidence();
        return confidence == null ? 0 : confidence;
    }

    public ScoredTrial scored() {
        return new ScoredTrial(confidence(), isRight());
    }
}
