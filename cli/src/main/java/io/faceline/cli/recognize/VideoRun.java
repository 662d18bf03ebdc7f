package io.faceline.cli.recognize;

import io.faceline.cli.command.Interruption;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.progress.Progress;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The videos of one run of the command. Each is a job that is remembered, so that a run whose process died is resumed by
 * the same command: what was answered is read back, and only the rest is sent. One thread uses it.
 */
final class VideoRun {
    private final Pipeline pipeline;
    private final SessionId session;
    private final RunRequest request;
    private final VideoSender sender;
    private final ResultWriter writer;
    private final Progress progress;
    private final Interruption interruption;
    private final List<Job> jobs = new ArrayList<>();

    VideoRun(
            Pipeline pipeline,
            SessionId session,
            RunRequest request,
            VideoSender sender,
            ResultWriter writer,
            Progress progress,
            Interruption interruption) {
        this.pipeline = pipeline;
        this.session = session;
        this.request = request;
        this.sender = sender;
        this.writer = writer;
        this.progress = progress;
        this.interruption = interruption;
    }

    /** The jobs of this request that an earlier process could not end. */
    static List<Job> unfinished(Pipeline pipeline, RunRequest request, int number) {
        // Where somebody else may have begun the job, it must have been silent for a while.
        var silence = pipeline.isAlone() ? Duration.ZERO : JobStore.SIGN_OF_LIFE.multipliedBy(4);
        return pipeline.jobs().unfinished(request.file(number), silence);
    }

    /**
     * Returns when all that can be said of the video was written.
     *
     * @param number of the file within the request
     * @return whether the whole video went through
     */
    boolean recognise(Path file, int number) {
        var job = unfinished(pipeline, request, number).stream().findFirst().orElseGet(() -> pipeline.jobs()
                .begin(request.file(number), session));
        jobs.add(job);
        try (var watched = new VideoJobRunner(file, job, pipeline, sender, writer, progress, interruption)) {
            var whole = watched.watch();
            end(job, stateAfter(whole));
            return whole;
        }
    }

    private JobState stateAfter(boolean whole) {
        if (interruption.isRequested()) {
            return JobState.CANCELLED;
        }
        return whole ? JobState.DONE : JobState.FAILED;
    }

    private void end(Job job, JobState state) {
        var unused = pipeline.jobs().end(job, state);
    }

    /** With the session its jobs are forgotten. */
    void forget() {
        jobs.forEach(pipeline.jobs()::forget);
    }
}
