package io.faceline.alerts.known;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import org.jspecify.annotations.Nullable;

/** Who and what was deleted, as last read. Thread-safe. */
record Deletions(GoneKeys<Person> people, GoneKeys<SessionState> sessions, GoneKeys<Job> jobs, GoneKeys<Camera> cameras)
        implements Erasure {
    @Override
    public boolean isDeleted(PersonId person) {
        return people.contains(person.value())
                || people.contains(DeletionMark.of(person).value());
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return sessions.contains(SessionMark.ENDED.keyOf(session));
    }

    @Override
    public boolean isDeletedJob(String job) {
        return jobs.contains(job);
    }

    @Override
    public boolean isDeletedCamera(CameraId camera) {
        return cameras.contains(camera.value());
    }

    static boolean isGone(String key, @Nullable Person person) {
        return person != null && requireSame(key, person.id().value()) && person.deleted();
    }

    static boolean isGone(String key, @Nullable SessionState state) {
        return state != null && SessionMark.isMark(key);
    }

    /** A tombstone follows once nothing of the job is left. */
    static boolean isGone(String key, @Nullable Job job) {
        return job == null ? Job.isId(key) : requireSame(key, job.id()) && job.state() == JobState.DELETED;
    }

    static boolean isGone(String key, @Nullable Camera camera) {
        // Who wants the log to be compacted writes tombstones of no camera.
        return camera == null
                ? CameraId.parse(key).isPresent()
                : !requireSame(key, camera.id().value());
    }

    private static boolean requireSame(String key, String id) {
        if (!key.equals(id)) {
            throw new IllegalArgumentException("a record of " + id + " under another key");
        }
        return true;
    }
}
