package io.faceline.standalone.evaluate;

import io.faceline.contracts.Decision;
import io.faceline.contracts.Identification;
import io.faceline.contracts.Thresholds;
import java.util.ArrayList;
import java.util.List;

/** The search of a face that was found, and what the matcher said of it. */
record AnsweredSearch(Search search, Identification answer) {
    static List<AnsweredSearch> of(List<Search> searches, Decisions decisions, Thresholds thresholds) {
        var answered = new ArrayList<AnsweredSearch>();
        for (var search : searches) {
            decisions.of(search, thresholds).ifPresent(answer -> answered.add(new AnsweredSearch(search, answer)));
        }
        return answered;
    }

    boolean isMatch() {
        return answer.decision() == Decision.MATCH;
    }

    /** Whether the best candidate is who is seen; never so for a stranger. */
    boolean isRight() {
        return answer.candidates().stream()
                .findFirst()
                .filter(best -> search.isRight(best.person()))
                .isPresent();
    }

    boolean hasReasons() {
        return !answer.reasons().isEmpty();
    }

    /** That the best candidate is who is seen; 0 without a candidate. */
    double confidence() {
        var confidence = answer.confidence();
        return confidence == null ? 0 : confidence;
    }

    JudgedTrial judged() {
        return new JudgedTrial(confidence(), isRight());
    }
}
