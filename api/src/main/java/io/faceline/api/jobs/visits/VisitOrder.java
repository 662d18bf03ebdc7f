package io.faceline.api.jobs.visits;

import io.faceline.contracts.identity.PersonId;
import java.util.Comparator;

/** The order of visits. Those that are equal are by time. */
enum VisitOrder {
    /** By the start of the job, then by time in the video. */
    TIME,
    /** Matches, then uncertain ones, then unknown people. */
    PERSON,
    /** Longest first. */
    DURATION,
    /** Most similar first. */
    SIMILARITY;

    Comparator<JobVisit> comparator() {
        return switch (this) {
            case TIME -> byTime();
            case PERSON -> byPerson().thenComparing(byTime());
            case DURATION ->
                Comparator.comparingDouble(JobVisit::seconds).reversed().thenComparing(byTime());
            case SIMILARITY ->
                Comparator.comparingDouble(JobVisit::similarity).reversed().thenComparing(byTime());
        };
    }

    private static Comparator<JobVisit> byTime() {
        return Comparator.comparing((JobVisit visit) -> visit.job().startedAt())
                .thenComparing(visit -> visit.job().id())
                .thenComparingDouble(visit -> visit.visit().first())
                .thenComparing(JobVisit::id);
    }

    private static Comparator<JobVisit> byPerson() {
        return Comparator.comparing((JobVisit visit) -> visit.subject().decision())
                .thenComparing(
                        visit -> visit.subject().person().map(PersonId::value).orElse(""))
                .thenComparing(visit -> visit.subject().unknown().orElse(0));
    }
}
