package io.faceline.api.jobs.visits;

import io.faceline.api.jobs.visits.JobVisit.Other;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Joins what several visits of a person say. */
final class Others {
    private Others() {}

    /** One for each subject. */
    static List<Other> joined(List<Other> others) {
        var bySubject = new LinkedHashMap<Subject, Other>();
        others.forEach(other -> bySubject.merge(
                other.subject(),
                other,
                (known, more) -> new Other(
                        known.subject(),
                        Stream.concat(known.spans().stream(), more.spans().stream())
                                .toList())));
        return List.copyOf(bySubject.values());
    }
}
