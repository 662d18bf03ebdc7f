package io.faceline.cli.recognize;

import io.faceline.cli.command.Interruption;
import io.faceline.cli.command.RunSession;
import io.faceline.cli.output.Names;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.people.Enroller;
import io.faceline.cli.people.GalleryEnrollment;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.cli.progress.Progress;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.video.VideoDecoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recognises the photos and videos of one command in order, in a session that is erased at the end. Not thread-safe.
 */
final class RecognitionRun implements AutoCloseable {
    private final Pipeline pipeline;
    private final List<Path> files;
    private final RunRequest request;
    private final double framesPerSecond;
    private final Interruption interruption;
    private final RunSession session;
    private final VideoDecoder decoder;
    private Optional<VideoRun> videos = Optional.empty();

    RecognitionRun(
            Pipeline pipeline, VideoDecoder decoder, List<Path> files, RunRequest request, double framesPerSecond) {
        this.pipeline = pipeline;
        this.decoder = decoder;
        this.files = files;
        this.request = request;
        this.framesPerSecond = framesPerSecond;
        this.interruption = Interruption.of(pipeline);
        this.session = unfinishedJob()
                .map(job -> RunSession.resume(pipeline, job.session()))
                .orElseGet(() -> RunSession.open(pipeline));
    }

    private Optional<Job> unfinishedJob() {
        return IntStream.range(0, files.size())
                .mapToObj(number -> VideoRun.unfinished(pipeline, request, number))
                .flatMap(List::stream)
                .findFirst();
    }

    SessionId session() {
        return session.id();
    }

    boolean isInterrupted() {
        return interruption.isRequested();
    }

    /** Enrolls people for this run. */
    void enroll(Map<String, List<Path>> known, Names names, PrintWriter warnings) {
        // Poor photos too: who keeps a gallery chose them, and a poor pair of faces names nobody.
        var enroller = new Enroller(PhotoJob.ofGallery(pipeline, session.id()), Scope.SESSION, false, true, names);
        new GalleryEnrollment(session.id(), enroller, warnings).enroll(known);
    }

    /** Returns when all results were written; true when all files succeeded. */
    boolean recognise(ResultWriter writer, Progress progress) {
        try (progress) {
            var sender = new VideoSender(decoder, framesPerSecond);
            var videoRun = new VideoRun(pipeline, session.id(), request, sender, writer, progress, interruption);
            videos = Optional.of(videoRun);
            var photos = new Recognition(new PhotoJob(pipeline, session.id()), writer, FrameFacts.ANY_GALLERY);
            var allSucceeded = true;
            for (var number = 0; number < files.size() && !interruption.isRequested(); number++) {
                var file = files.get(number);
                if (MediaFiles.isVideo(file)) {
                    photos.flush();
                    allSucceeded &= videoRun.recognise(file, number);
                } else {
                    photos.submit(file);
                }
            }
            return photos.end() && allSucceeded;
        }
    }

    /** Erases the session and its jobs. */
    @Override
    public void close() {
        try {
            session.erase();
            videos.ifPresent(VideoRun::forget);
        } finally {
            interruption.finished();
        }
    }
}
