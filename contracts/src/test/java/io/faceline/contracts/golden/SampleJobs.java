package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.CAPTURED;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VIDEO;
import static io.faceline.contracts.golden.SampleValues.VISITOR;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.job.VideoFile;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions, and jobs in each state. */
final class SampleJobs {
    private static final String OWNER = "videos-of-standalone";
    private static final String REQUEST = "9b74c9897bac770ffc029102a200c5de4f0a1c7d6f3e2b5a8c9d0e1f2a3b4c5d-1";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final JobVideo WAITING = JobVideo.waiting("Fête d’été.mp4", "video/mp4", 5_000_000_000L, 5);
    private static final JobVideo LOOKED_AT = WAITING.opened(62.416).at(300, List.of(2L, 7L, 8L));

    private SampleJobs() {}

    static Stream<GoldenRecord<SessionState>> sessions() {
        var seen = new SessionState(VISITOR, ANSWERED);
        return Stream.of(
                GoldenRecord.json(TOPICS.sessions(), "seen", VISITOR.value(), seen),
                GoldenRecord.json(TOPICS.sessions(), "ended", VISITOR.value(), null),
                GoldenRecord.json(TOPICS.sessions(), "mark-of-ended", SessionMark.ENDED.keyOf(VISITOR), seen),
                GoldenRecord.json(TOPICS.sessions(), "mark-of-expired", SessionMark.EXPIRED.keyOf(VISITOR), seen));
    }

    static Stream<GoldenRecord<Job>> jobs() {
        return Stream.of(
                job("queued", OWNER, JobState.QUEUED, WAITING),
                job("running", OWNER, JobState.RUNNING, LOOKED_AT),
                job("running-of-the-command-line", REQUEST, JobState.RUNNING, null),
                job("done", OWNER, JobState.DONE, LOOKED_AT),
                job(
                        "queued-of-a-known-file",
                        OWNER,
                        JobState.QUEUED,
                        WAITING.of(new VideoFile(HASH, null, null, null))),
                job(
                        "done-of-a-known-file",
                        OWNER,
                        JobState.DONE,
                        LOOKED_AT.of(new VideoFile(HASH, CAPTURED, 0.08, 29.97))),
                job("queued-to-match-again", OWNER, JobState.QUEUED, LOOKED_AT.rematch("job-0")),
                job("done-and-kept", OWNER, JobState.DONE, LOOKED_AT.kept(ANSWERED)),
                job("cancelled", OWNER, JobState.CANCELLED, LOOKED_AT),
                job(
                        "failed",
                        OWNER,
                        JobState.FAILED,
                        WAITING.failed(
                                new JobError("VIDEO_LOST", "the server no longer has the video: send it again"))),
                GoldenRecord.json(TOPICS.jobs(), "done-of-the-command-line", VIDEO, ended(List.of(7L, 9L))),
                GoldenRecord.json(TOPICS.jobs(), "done-without-loss", VIDEO, ended(List.of())),
                job("deleted", OWNER, JobState.DELETED, null),
                GoldenRecord.json(TOPICS.jobs(), "removed", VIDEO, null),
                GoldenRecord.json(TOPICS.jobs(), "fence", "fence", null));
    }

    private static Job ended(List<Long> lost) {
        return new Job(VIDEO, VISITOR, REQUEST, JobState.RUNNING, CAPTURED, ANSWERED)
                .ended(JobState.DONE, new SentFrames(46, lost), ANSWERED);
    }

    private static GoldenRecord<Job> job(String name, String request, JobState state, @Nullable JobVideo video) {
        var job = new Job(VIDEO, VISITOR, request, state, CAPTURED, ANSWERED, video);
        return GoldenRecord.json(TOPICS.jobs(), name, VIDEO, job);
    }
}
