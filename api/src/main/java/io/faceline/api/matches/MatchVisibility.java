package io.faceline.api.matches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Person;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.MatchView;
import java.util.Optional;

/** Decides which matches a stream shows and renders them. */
final class MatchVisibility {
    private final MatchFilter filter;
    private final JobDirectory jobs;
    private final PersonDirectory people;
    private final MatchView names;

    MatchVisibility(MatchFilter filter, JobDirectory jobs, PersonDirectory people, MatchView names) {
        this.filter = filter;
        this.jobs = jobs;
        this.people = people;
        this.names = names;
    }

    /** The match with names; empty when it is filtered out or belongs to a deleted job or person. */
    Optional<ObjectNode> of(Match match) {
        return isOfDeletedJob(match) || isOfDeletedPerson(match) || !filter.accepts(match, names)
                ? Optional.empty()
                : Optional.of(names.of(match));
    }

    private boolean isOfDeletedJob(Match match) {
        return jobs.find(match.facts().source())
                .filter(job -> job.state() == JobState.DELETED)
                .isPresent();
    }

    private boolean isOfDeletedPerson(Match match) {
        return match.facts().role() instanceof Role.Enrollment enrollment
                && people.find(enrollment.person().value())
                        .filter(Person::deleted)
                        .isPresent();
    }
}
