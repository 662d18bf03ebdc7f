package io.faceline.tracker;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.track.Correction;
import io.faceline.tracker.known.Known;
import io.faceline.tracking.TestVideo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jobs, deleted people and ended sessions of a test. Not thread-safe. */
final class FakeKnown implements Known {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Job> jobs = new HashMap<>();
    private final Set<PersonId> deleted = new HashSet<>();
    private final Set<SessionId> ended = new HashSet<>();
    private final Map<String, Correction> corrections = new HashMap<>();
    private long correctionChanges;

    static Job job(JobState state) {
        return new Job(TestVideo.JOB, TestVideo.SESSION, "request", state, NOW, NOW);
    }

    /** The job of the video is in this state. */
    void jobIs(JobState state) {
        add(job(state));
    }

    /** The job of the video has ended, having sent so many frames. */
    void jobEnded(long count, Long... lost) {
        add(job(JobState.RUNNING).ended(JobState.DONE, new SentFrames(count, List.of(lost)), NOW));
    }

    void add(Job job) {
        jobs.put(job.id(), job);
    }

    void forgetJob() {
        jobs.remove(TestVideo.JOB);
    }

    void delete(PersonId person) {
        deleted.add(person);
    }

    void end(SessionId session) {
        ended.add(session);
    }

    @Override
    public Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public boolean isDeleted(PersonId person) {
        return deleted.contains(person);
    }

    @Override
    public long deletions() {
        return deleted.size();
    }

    /** Says by hand who a track is not, and who it is. */
    void say(String track, List<PersonId> not, @Nullable PersonId person) {
        var said = new Correction(TestVideo.SESSION, TestVideo.JOB, track, not, person, NOW);
        corrections.put(said.key(), said);
        correctionChanges++;
    }

    /** Another session says who a track is not. */
    void say(SessionId session, String track, PersonId not) {
        var said = new Correction(session, TestVideo.JOB, track, List.of(not), null, NOW);
        corrections.put(said.key(), said);
        correctionChanges++;
    }

    void takeBack(String track) {
        corrections.remove(Correction.key(TestVideo.SESSION, track));
        correctionChanges++;
    }

    @Override
    public Optional<Correction> correction(SessionId session, String track) {
        return Optional.ofNullable(corrections.get(Correction.key(session, track)))
                .flatMap(said -> said.without(deleted::contains));
    }

    @Override
    public Collection<Correction> corrections() {
        return List.copyOf(corrections.values());
    }

    @Override
    public long correctionChanges() {
        return correctionChanges;
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return ended.contains(session);
    }
}
