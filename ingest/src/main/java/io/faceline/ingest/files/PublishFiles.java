package io.faceline.ingest.files;

import io.faceline.contracts.Shown;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.VideoSender;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Publishes photos and videos to Kafka, one file after the other, and prints the result of each. Their answers are in
 * {@code matches} under the session that is printed first. Runs once.
 */
public final class PublishFiles implements Runnable {
    /** More than a window, so that photos travel together while results are printed soon. */
    private static final int MAX_PENDING_PHOTOS = 100;

    private final Publisher publisher;
    private final List<Path> files;
    private final double framesPerSecond;
    private final Consumer<String> output;
    private final SessionId session = SessionId.ofSecret(UUID.randomUUID().toString());
    private final Queue<PendingPhoto> pendingPhotos = new ArrayDeque<>();
    private int failed;

    private record PendingPhoto(Path file, Answers answers) {}

    /** @param files photos, videos, and folders that are searched for both */
    public PublishFiles(Publisher publisher, List<Path> files, double framesPerSecond, Consumer<String> output) {
        this.publisher = publisher;
        this.files = files;
        this.framesPerSecond = framesPerSecond;
        this.output = output;
    }

    @Override
    public void run() {
        var found = MediaFiles.ALL.of(files, warning -> output.accept("warning: " + warning));
        output.accept("publishing " + plural(found.size(), "file") + " under session " + session.value());
        try (var decoder = publisher.openDecoder()) {
            var photos = publisher.openJob(session);
            for (var file : found) {
                publish(file, photos, new VideoSender(decoder, framesPerSecond));
            }
            printResults(pendingPhotos.size());
            output.accept("published " + plural(found.size(), "file") + ", " + failed + " failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            output.accept("interrupted: not all files were published");
        }
    }

    private void publish(Path file, BulkJob photos, VideoSender videos) throws InterruptedException {
        try {
            if (MediaFiles.isVideo(file)) {
                output.accept(Shown.of(file) + "  " + video(file, videos));
            } else {
                pendingPhotos.add(new PendingPhoto(file, photo(file, photos)));
                printResults(pendingPhotos.size() - MAX_PENDING_PHOTOS);
            }
        } catch (ImageException e) {
            failed(file, e.code() + ": " + e.getMessage());
        } catch (VideoException e) {
            failed(file, e.code() + ": " + e.getMessage());
        }
    }

    /** Awaits the answers of the oldest {@code count} pending photos and prints them. */
    private void printResults(int count) {
        for (var i = 0; i < count; i++) {
            var photo = pendingPhotos.remove();
            photo.answers().await();
            output.accept(Shown.of(photo.file()) + "  " + photo.answers());
        }
    }

    private void failed(Path file, String reason) {
        failed++;
        output.accept(Shown.of(file) + "  failed  " + Shown.of(reason));
    }

    private Answers photo(Path file, BulkJob photos) throws ImageException, InterruptedException {
        var answers = new Answers();
        var image = publisher.photos().read(file);
        answers.add(photos.submit(new Role.Probe(), image, FrameFacts.ANY_GALLERY));
        return answers;
    }

    private Answers video(Path file, VideoSender videos) throws VideoException, InterruptedException {
        var job = publisher.jobs().begin(UUID.randomUUID().toString(), session);
        var answers = new Answers();
        try {
            videos.send(file, publisher.openJob(session, job.id()), answers);
            answers.await();
            end(job, JobState.DONE);
            return answers;
        } catch (VideoException e) {
            end(job, JobState.FAILED);
            throw e;
        }
    }

    private void end(Job job, JobState state) {
        var unused = publisher.jobs().end(job, state);
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Counts the answers to one file. */
    private static final class Answers implements VideoSender.Follower {
        private final AtomicLong faces = new AtomicLong();
        private final AtomicLong lost = new AtomicLong();
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        private long frames;
        private int otherTracks;

        @Override
        public void opened(VideoFacts facts) {
            otherTracks = facts.otherTracks();
        }

        @Override
        public boolean isAnswered(long sequence) {
            return false;
        }

        @Override
        public void sent(long sequence, double position, CompletableFuture<Match> answer) {
            add(answer);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        void add(CompletableFuture<Match> answer) {
            frames++;
            last = CompletableFuture.allOf(last, answer.handle((match, failure) -> count(match)));
        }

        private Answers count(Match match) {
            if (match == null) {
                lost.incrementAndGet();
            } else {
                faces.addAndGet(match.outcome().fold(found -> found.faces().size(), reason -> 0, (code, message) -> 0));
            }
            return this;
        }

        void await() {
            last.join();
        }

        @Override
        public String toString() {
            return plural(frames, "frame") + ", " + plural(faces.get(), "face")
                    + (lost.get() == 0 ? "" : ", " + lost + " without answer")
                    + (otherTracks == 0 ? "" : ", " + plural(otherTracks, "other video track") + " skipped");
        }
    }
}
