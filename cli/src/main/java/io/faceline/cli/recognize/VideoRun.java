package io.faceline.cli.recognize;

import io.faceline.cli.command.Interruption;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.progress.Progress;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes the videos of one run of the command. Each is a stored job, so that the same command resumes a run whose
 * process died: answers are read back, and only the remaining frames are sent. Not thread-safe.
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

    /** The unfinished jobs of this request, left by an earlier process. */
    static List<Job> unfinished(Pipeline pipeline, RunRequest request, int number) {
        // A job that another process may be running must have been silent for a while.
        var silence = pipeline.isAlone() ? Duration.ZERO : JobStore.SIGN_OF_LIFE.multipliedBy(4);
        return pipeline.jobs().unfinished(request.file(number), silence);
    }

    /**
     * Returns when the results of the video were written.
     *
     * @param number index of the file within the request
     * @return whether the whole video succeeded
     */
    boolean recognise(Path file, int number) {
        var resumed = unfinished(pipeline, request, number).stream().findFirst();
        var job = resumed.orElseGet(() -> pipeline.jobs().begin(request.file(number), session));
        jobs.add(job);
        try (var runner =
                new VideoJobRunner(file, job, resumed.isPresent(), pipeline, sender, writer, progress, interruption)) {
            return runner.run();
        }
    }

    /** Removes the jobs of the run. */
    void forget() {
        jobs.forEach(pipeline.jobs()::forget);
    }
}
