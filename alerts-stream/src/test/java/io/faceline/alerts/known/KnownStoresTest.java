package io.faceline.alerts.known;

import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.CAMERA;
import static io.faceline.alerts.TestTracks.DOOR;
import static io.faceline.alerts.TestTracks.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerts.TestRules;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownStoresTest {
    private static final String JOB = "job-1";

    private final AtomicLong changes = new AtomicLong();
    private final KnownValues<AlertRule> rules =
            new KnownValues<>(rule -> rule.id().value(), changes);
    private final GoneKeys<Person> people = new GoneKeys<>(Deletions::isGone, changes);
    private final GoneKeys<SessionState> sessions = new GoneKeys<>(Deletions::isGone, changes);
    private final GoneKeys<Job> jobs = new GoneKeys<>(Deletions::isGone, changes);
    private final GoneKeys<Camera> cameras = new GoneKeys<>(Deletions::isGone, changes);
    private final Deletions deletions = new Deletions(people, sessions, jobs, cameras);

    @Test
    void book_isMadeAnew_whenSomethingChanged() {
        var books =
                new Books(changes::get, () -> new RuleBook(rules.all(), List.of(), List.of(), List.of(), deletions));
        assertThat(books.refresh()).isFalse();

        rules.apply(TestRules.ADA_COMES.value(), TestRules.ada());
        assertThat(books.book().rules()).isEmpty();
        assertThat(books.refresh()).isTrue();
        assertThat(books.book().rules()).containsExactly(TestRules.ada());

        rules.apply(TestRules.ADA_COMES.value(), null);
        assertThat(books.refresh()).isTrue();
        assertThat(books.refresh()).isFalse();
        assertThat(books.book().rules()).isEmpty();
    }

    @Test
    void recordUnderAnotherKey_isRefused() {
        assertThatThrownBy(() -> rules.apply("another", TestRules.ada())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> people.apply("another", Person.deleted(ADA, SessionId.SHARED, START)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cameras.apply("another", camera())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void person_isDeleted_byTheRecordOrTheMark() {
        var mark = DeletionMark.of(ADA);
        people.apply(mark.value(), Person.deleted(mark, SessionId.SHARED, START));
        assertThat(deletions.isDeleted(ADA)).isTrue();
        people.apply(ADA.value(), Person.deleted(ADA, SessionId.SHARED, START));
        people.apply(mark.value(), null);

        assertThat(deletions.isDeleted(ADA)).isTrue();
    }

    @Test
    void session_hasEnded_ifItsOwnerEndedIt() {
        var state = new SessionState(CAMERA, START);
        sessions.apply(CAMERA.value(), state);
        sessions.apply(SessionMark.EXPIRED.keyOf(CAMERA), state);
        assertThat(deletions.hasEnded(CAMERA)).isFalse();

        sessions.apply(SessionMark.ENDED.keyOf(CAMERA), state);
        assertThat(deletions.hasEnded(CAMERA)).isTrue();
    }

    @Test
    void job_isDeleted_byItsStateOrATombstone() {
        jobs.apply(JOB, job(JobState.DONE));
        assertThat(deletions.isDeletedJob(JOB)).isFalse();
        jobs.apply(JOB, job(JobState.DELETED));
        assertThat(deletions.isDeletedJob(JOB)).isTrue();
        jobs.apply(JOB, null);

        assertThat(deletions.isDeletedJob(JOB)).isTrue();
        assertThat(deletions.isDeletedJob("back-door")).isFalse();
    }

    @Test
    void camera_isDeleted_byATombstone_untilItIsThereAgain() {
        var door = new CameraId(DOOR);
        assertThat(deletions.isDeletedCamera(door)).as("nothing was read of it").isFalse();
        cameras.apply("|", null);
        cameras.apply(DOOR, camera());
        assertThat(deletions.isDeletedCamera(door)).isFalse();
        assertThat(changes).as("nothing was deleted").hasValue(0);

        cameras.apply(DOOR, null);
        assertThat(deletions.isDeletedCamera(door)).isTrue();
        assertThat(Gone.isGone(deletions, CAMERA, DOOR)).isTrue();
        assertThat(Gone.isGone(deletions, new SessionId("a-visitor"), DOOR))
                .as("a visitor's source of that name")
                .isFalse();

        cameras.apply(DOOR, camera());
        assertThat(deletions.isDeletedCamera(door)).isFalse();
    }

    private static Job job(JobState state) {
        return new Job(JOB, CAMERA, "request", state, START, START);
    }

    private static Camera camera() {
        return Camera.of(
                new CameraId(DOOR),
                "Back door",
                new CameraAddress("rtsp://192.168.1.9/stream"),
                CameraOrigin.API,
                START);
    }
}
