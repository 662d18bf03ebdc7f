package io.faceline.api.jobs.visits;

import io.faceline.api.jobs.people.JobPeople;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.Job;
import io.faceline.tracking.summary.VideoSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds visits in jobs. Thread-safe. */
final class FindVisits {
    private final JobPeople people;

    FindVisits(JobPeople people) {
        this.people = people;
    }

    /** @param current the person that another was merged into */
    List<JobVisit> in(Collection<Job> jobs, VisitQuery query, UnaryOperator<PersonId> current) {
        var found = jobs.stream()
                .flatMap(job -> all(job, query.gap()).stream())
                .filter(visit -> query.takes(visit, current))
                .toList();
        return query.sorted(found);
    }

    private List<JobVisit> all(Job job, double gap) {
        var alone = visits(job, people.visits(job, gap));
        return alone.stream().map(visit -> visit.beside(alone)).toList();
    }

    private static List<JobVisit> visits(Job job, VideoSummary summary) {
        var visits = new ArrayList<JobVisit>();
        summary.people().forEach(one -> one.appearances()
                .forEach(visit -> visits.add(
                        JobVisit.alone(job, Subject.match(one.person()), visit, similarity(visit.bestSimilarity())))));
        summary.uncertain()
                .forEach(one -> visits.add(JobVisit.alone(
                        job, Subject.uncertain(one.person(), one.cause()), one.appearance(), one.similarity())));
        summary.unknown().forEach(one -> one.appearances()
                .forEach(visit -> visits.add(JobVisit.alone(job, Subject.unknown(one.number()), visit, -1))));
        return visits;
    }

    private static double similarity(@Nullable Double similarity) {
        return similarity == null ? -1 : similarity;
    }
}
