package io.faceline.ingest.files;

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
 * Publishes photos and videos to Kafka, one file after the other, and says what became of each. Their answers are in {@code
 * matches} under the session that it tells at the beginning. Runs once.
 */
public final class PublishFiles implements Runnable {
    /** More than a window: photos travel together, and what became of them is told soon. */
    private static final int MAX_UNTOLD = 100;

    private final Publisher publisher;
    private final List<Path> files;
    private final double framesPerSecond;
    private final Consumer<String> say;
    private final SessionId session = SessionId.ofSecret(UUID.randomUUID().toString());
    private final Queue<Sent> photosUnderWay = new ArrayDeque<>();
    private int failed;

    private record Sent(Path file, Answers answers) {}

    /** @param files photos and videos, and folders, which are searched for both */
    public PublishFiles(Publisher publisher, List<Path> files, double framesPerSecond, Consumer<String> say) {
        this.publisher = publisher;
        this.files = files;
        this.framesPerSecond = framesPerSecond;
        this.say = say;
    }

    @Override
    public void run() {
        var found = MediaFiles.ALL.of(files);
        say.accept("publishing " + counted(found.size(), "file") + " under session " + session.value());
        try (var decoder = publisher.openDecoder()) {
            var photos = publisher.openJob(session);
            for (var file : found) {
                publish(file, photos, new VideoSender(decoder, framesPerSecond));
            }
            tellOf(photosUnderWay.size());
            say.accept("published " + counted(found.size(), "file") + ", " + failed + " failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            say.accept("interrupted: not all files were published");
        }
    }

    private void publish(Path file, BulkJob photos, VideoSender videos) throws InterruptedException {
        try {
            if (MediaFiles.isVideo(file)) {
                say.accept(file + "  " + video(file, videos));
            } else {
                photosUnderWay.add(new Sent(file, photo(file, photos)));
                tellOf(photosUnderWay.size() - MAX_UNTOLD);
            }
        } catch (ImageException e) {
            failed(file, e.code() + ": " + e.getMessage());
        } catch (VideoException e) {
            failed(file, e.code() + ": " + e.getMessage());
        }
    }

    /** Awaits the oldest of the photos under way, so many, and says what became of them. */
    private void tellOf(int count) {
        for (var told = 0; told < count; told++) {
            var photo = photosUnderWay.remove();
            photo.answers().await();
            say.accept(photo.file() + "  " + photo.answers());
        }
    }

    private void failed(Path file, String why) {
        failed++;
        say.accept(file + "  failed  " + why);
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

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Counts what came back for one file. */
    private static final class Answers implements VideoSender.Follower {
        private final AtomicLong faces = new AtomicLong();
        private final AtomicLong lost = new AtomicLong();
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        private long frames;

        @Override
        public void opened(VideoFacts facts) {
            // What a file says of itself is not counted.
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
                faces.addAndGet(match.outcome().fold(made -> made.faces().size(), reason -> 0, (code, why) -> 0));
            }
            return this;
        }

        void await() {
            last.join();
        }

        @Override
        public String toString() {
            return counted(frames, "frame") + ", " + counted(faces.get(), "face")
                    + (lost.get() == 0 ? "" : ", " + lost + " without answer");
        }
    }
}
