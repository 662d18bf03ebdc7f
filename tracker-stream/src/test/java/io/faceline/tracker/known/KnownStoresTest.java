package io.faceline.tracker.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownStoresTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SessionId SESSION = new SessionId("session");
    private static final PersonId LIN = new PersonId("lin");

    private final KnownJobs jobs = new KnownJobs();
    private final DeletedPeople people = new DeletedPeople();
    private final EndedSessions sessions = new EndedSessions();

    @Test
    void job_isKnown_untilItsTombstone() {
        var job = new Job("job-1", SESSION, "request", JobState.RUNNING, NOW, NOW);

        jobs.apply(job.id(), job);
        assertThat(jobs.find(job.id())).contains(job);
        jobs.apply(job.id(), null);

        assertThat(jobs.find(job.id())).isEmpty();
        assertThatThrownBy(() -> jobs.apply("job-2", job)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void person_isDeleted_byTheRecordOrTheMark_untilTheTombstone() {
        people.apply(LIN.value(), PersonBuilder.person(LIN, "Lin").build());
        assertThat(people.contains(LIN)).isFalse();
        assertThat(people.deletions()).isZero();

        var mark = DeletionMark.of(LIN);
        people.apply(mark.value(), Person.deleted(mark, SESSION, NOW));
        assertThat(people.contains(LIN)).isTrue();
        assertThat(people.deletions()).isEqualTo(1);
        people.apply(LIN.value(), Person.deleted(LIN, SESSION, NOW));
        people.apply(mark.value(), null);
        assertThat(people.contains(LIN)).isTrue();
        people.apply(LIN.value(), null);

        assertThat(people.contains(LIN)).isFalse();
    }

    @Test
    void deletions_change_withEachPersonAndNotWithARepeatedRecord() {
        people.apply(LIN.value(), Person.deleted(LIN, SESSION, NOW));
        var first = people.deletions();
        people.apply(LIN.value(), Person.deleted(LIN, SESSION, NOW));
        assertThat(people.deletions()).isEqualTo(first);

        var anna = new PersonId("anna");
        people.apply(anna.value(), Person.deleted(anna, SESSION, NOW));

        assertThat(people.deletions()).isNotEqualTo(first);
    }

    @Test
    void session_hasEnded_ifItsOwnerEndedIt_andNotIfItExpired() {
        var state = new SessionState(SESSION, NOW);

        sessions.apply(SESSION.value(), state);
        sessions.apply(SessionMark.EXPIRED.keyOf(SESSION), state);
        assertThat(sessions.contains(SESSION)).isFalse();
        sessions.apply(SessionMark.ENDED.keyOf(SESSION), state);
        assertThat(sessions.contains(SESSION)).isTrue();
        sessions.apply(SessionMark.ENDED.keyOf(SESSION), null);

        assertThat(sessions.contains(SESSION)).isFalse();
    }
}
