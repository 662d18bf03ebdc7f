package io.faceline.api.matches;

import io.faceline.api.jobs.JobDirectory;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Person;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.FaceView;
import io.faceline.web.view.MatchView;
import io.faceline.web.view.PersonNames;
import java.util.Optional;

/** Decides which matches a stream shows and renders them. */
final class MatchVisibility {
    private final MatchFilter filter;
    private final JobDirectory jobs;
    private final PersonDirectory people;
    private final EndedSessions ended;
    private final PersonNames names;

    MatchVisibility(
            MatchFilter filter, JobDirectory jobs, PersonDirectory people, EndedSessions ended, PersonNames names) {
        this.filter = filter;
        this.jobs = jobs;
        this.people = people;
        this.ended = ended;
        this.names = names;
    }

    /** The match with names; empty when it is not asked for, or of something that was deleted or ended since. */
    Optional<MatchView<FaceView>> of(Match match) {
        return isGone(match) || !filter.takes(match, names)
                ? Optional.empty()
                : Optional.of(MatchView.of(match, names));
    }

    private boolean isGone(Match match) {
        return ended.hasEnded(match.facts().session()) || isOfDeletedJob(match) || isOfDeletedPerson(match);
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
