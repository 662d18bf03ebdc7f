package io.faceline.api.matches;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.view.NamedPerson;
import io.faceline.web.view.PersonNames;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tracks a stream shows, and with which name.
 *
 * @param source empty for all
 */
record TrackFilter(Optional<String> source, JobDirectory jobs, EndedSessions ended, PersonNames names) {
    /** @param person null if the track names nobody, or somebody who was deleted since */
    record NamedTrack(
            @JsonUnwrapped TrackUpdate track, @Nullable NamedPerson person) {}

    /** The track with a name; empty when it is not asked for, or of something that was deleted or ended since. */
    Optional<NamedTrack> of(TrackUpdate track) {
        var isAsked = source.isEmpty() || source.get().equals(track.source());
        return isAsked && !isGone(track) ? Optional.of(named(known(track))) : Optional.empty();
    }

    private boolean isGone(TrackUpdate track) {
        return ended.hasEnded(track.session())
                || jobs.find(track.source())
                        .filter(job -> job.state() == JobState.DELETED)
                        .isPresent();
    }

    /** Without whoever was deleted since. */
    private TrackUpdate known(TrackUpdate track) {
        Predicate<PersonId> isDeleted = person -> names.current(person).isEmpty();
        var former = Optional.ofNullable(track.former());
        if (!track.identity().knows(isDeleted) && former.filter(isDeleted).isEmpty()) {
            return track;
        }
        return new TrackUpdate(
                track.id(),
                track.source(),
                track.session(),
                track.number(),
                track.phase(),
                track.revision(),
                track.first(),
                track.last(),
                track.frames(),
                track.identity().without(isDeleted),
                former.filter(isDeleted.negate()).orElse(null),
                track.shot(),
                track.end());
    }

    private NamedTrack named(TrackUpdate track) {
        var identity = track.identity();
        var person = Optional.ofNullable(identity.person())
                .map(id -> NamedPerson.of(id, identity.decision(), track.session(), names));
        return new NamedTrack(track, person.orElse(null));
    }
}
