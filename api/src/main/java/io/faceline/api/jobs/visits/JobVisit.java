package io.faceline.api.jobs.visits;

import io.faceline.contracts.job.Job;
import io.faceline.tracking.summary.Visit;
import java.util.List;

/**
 * A visit in a job, with who else was in view.
 *
 * @param spans in which the face was seen
 * @param similarity of an uncertain visit that resembles somebody named, or the visit's best; -1 for an unknown person
 */
record JobVisit(Job job, Subject subject, Visit visit, double similarity, List<Span> spans, List<Other> others) {
    JobVisit {
        spans = List.copyOf(spans);
        others = List.copyOf(others);
    }

    /** Of which it is not known who else was in view. */
    static JobVisit alone(Job job, Subject subject, Visit visit, double similarity) {
        return new JobVisit(job, subject, visit, similarity, Span.of(visit.appearances()), List.of());
    }

    /**
     * Somebody else who was in view meanwhile.
     *
     * @param spans in which both were
     */
    record Other(Subject subject, List<Span> spans) {
        Other {
            spans = List.copyOf(spans);
        }

        double seconds() {
            return spans.stream().mapToDouble(Span::seconds).sum();
        }
    }

    /** Unique among all jobs: the id of its first appearance. */
    String id() {
        return visit.appearances().get(0).id();
    }

    double seconds() {
        return visit.last() - visit.first();
    }

    /** @param all of the job, of which those that were in view meanwhile are kept */
    JobVisit beside(List<JobVisit> all) {
        var together = all.stream()
                .filter(this::meets)
                .filter(other -> !other.subject().equals(subject))
                .map(other -> new Other(other.subject(), Span.common(spans, other.spans())))
                .filter(other -> !other.spans().isEmpty())
                .toList();
        return new JobVisit(job, subject, visit, similarity, spans, Others.joined(together));
    }

    private boolean meets(JobVisit other) {
        return other.visit().first() <= visit.last() && other.visit().last() >= visit.first();
    }
}
