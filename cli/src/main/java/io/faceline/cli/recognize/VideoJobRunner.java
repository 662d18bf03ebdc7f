package io.faceline.cli.recognize;

import io.faceline.api.jobs.JobReader;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.Interruption;
import io.faceline.cli.output.FileResult;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.photo.PhotoFailure;
import io.faceline.cli.progress.Progress;
import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.summary.VideoTracking;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Processes one video from its first frame to its summary. The calling thread sends the frames; the reader's thread
 * receives the answers in order and writes them.
 */
final class VideoJobRunner implements VideoSender.Follower, AutoCloseable {
    private static final Duration CATCH_UP_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

    private final Path file;
    private final Job job;
    private final Pipeline pipeline;
    private final VideoSender sender;
    private final ResultWriter writer;
    private final Progress progress;
    private final Interruption interruption;
    private final BulkJob frames;
    private final JobReader reader;
    private final VideoTracking tracking = new VideoTracking();
    private final Queue<FileResult.LostFrame> lost = new ConcurrentLinkedQueue<>();
    private Optional<VideoFacts> facts = Optional.empty();
    private Instant touchedAt = Instant.now();

    VideoJobRunner(
            Path file,
            Job job,
            Pipeline pipeline,
            VideoSender sender,
            ResultWriter writer,
            Progress progress,
            Interruption interruption) {
        this.file = file;
        this.job = job;
        this.pipeline = pipeline;
        this.sender = sender;
        this.writer = writer;
        this.progress = progress;
        this.interruption = interruption;
        this.frames = pipeline.openJob(job.session(), job.id());
        this.reader = pipeline.openReader(job, this::answered);
    }

    /** Returns when the summary was written; false when the video failed or lost frames. */
    boolean run() {
        reader.start();
        reader.awaitCaughtUp(CATCH_UP_TIMEOUT);
        try {
            var damaged = sender.send(file, frames, this);
            writeAll(note(damaged));
            return lost.isEmpty();
        } catch (VideoException e) {
            facts.ifPresent(known -> writeAll(Optional.of("the video is truncated: " + e.code())));
            writer.write(new FileResult.FailedFile(file, e.code().name(), e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private Optional<String> note(long damaged) {
        if (interruption.isRequested()) {
            return Optional.of("interrupted: the results so far");
        }
        var notes = new ArrayList<String>();
        if (damaged > 0) {
            notes.add(Plurals.of(damaged, "damaged part") + " of the video skipped");
        }
        var others = facts.map(VideoFacts::otherTracks).orElse(0);
        if (others > 0) {
            notes.add(Plurals.of(others, "other video track") + " not searched (ffmpeg -map 0:v:N extracts one)");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", notes));
    }

    private void writeAll(Optional<String> note) {
        reader.awaitDelivered(frames.next(), DELIVERY_TIMEOUT);
        progress.end();
        lost.forEach(writer::write);
        writer.write(new FileResult.WatchedVideo(file, facts.orElseThrow(), tracking.summary(), note));
    }

    private void answered(AnsweredFrame frame) {
        writer.write(new FileResult.WatchedFrame(file, tracking.accept(frame)));
    }

    @Override
    public void opened(VideoFacts known) {
        facts = Optional.of(known);
        progress.begin(Shown.of(file.getFileName()), "frames", expectedFrames(known));
    }

    private long expectedFrames(VideoFacts known) {
        return Math.round(known.duration() * Math.min(known.framesPerSecond(), sender.framesPerSecond()));
    }

    @Override
    public boolean isAnswered(long sequence) {
        var isAnswered = reader.isAnswered(sequence);
        if (isAnswered) {
            progress.step();
        }
        return isAnswered;
    }

    @Override
    public void sent(long sequence, double position, CompletableFuture<Match> answer) {
        var unused = answer.exceptionally(failure -> {
            markLost(sequence, position, PhotoFailure.of(failure));
            return null;
        });
        progress.step();
        touchJob();
    }

    private void markLost(long sequence, double position, PhotoFailure failure) {
        lost.add(new FileResult.LostFrame(file, position, failure.code(), failure.getMessage()));
        reader.skip(sequence);
    }

    private void touchJob() {
        var now = Instant.now();
        if (now.isAfter(touchedAt.plus(JobStore.SIGN_OF_LIFE))) {
            touchedAt = now;
            pipeline.jobs().touch(job);
        }
    }

    @Override
    public boolean isCancelled() {
        return interruption.isRequested();
    }

    @Override
    public void close() {
        reader.close();
    }
}
