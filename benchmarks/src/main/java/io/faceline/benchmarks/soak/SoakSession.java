package io.faceline.benchmarks.soak;

import io.faceline.benchmarks.synthetic.WatchFilm;
import io.faceline.contracts.Blob;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.video.VideoException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One session: enrolls people, sends photos and possibly a video, and ends. */
final class SoakSession {
    private static final int PEOPLE = 3;
    private static final int PHOTOS = 60;

    private final Pipeline pipeline;
    private final PhotoSource photoSource;
    private final Random random;
    private final SessionId session = SessionId.ofSecret(UUID.randomUUID().toString());
    private final List<CompletableFuture<Match>> answers = new ArrayList<>();

    SoakSession(Pipeline pipeline, PhotoSource photoSource, Random random) {
        this.pipeline = pipeline;
        this.photoSource = photoSource;
        this.random = random;
    }

    /** @return number of answered frames */
    long run(Optional<Path> video, WatchFilm watch) throws VideoException, InterruptedException {
        var job = pipeline.openJob(session);
        for (var i = 0; i < PEOPLE; i++) {
            var name = "Person " + i;
            var role = new Role.Enrollment(PersonId.of(session, name), name, Scope.SESSION, true);
            send(job, role, photoSource.undamaged());
        }
        for (var i = 0; i < PHOTOS; i++) {
            var photo = photoSource.next();
            if (isLetIn(photo)) {
                send(job, new Role.Probe(), photo);
            }
        }
        answers.forEach(CompletableFuture::join);
        long frames = answers.size();
        if (video.isPresent()) {
            frames += watch.watch(video.get(), session).frames().size();
        }
        pipeline.change(new Change.EndSession(UUID.randomUUID().toString(), session));
        return frames;
    }

    private void send(BulkJob job, Role role, Blob photo) throws InterruptedException {
        answers.add(job.submit(role, photo, FrameFacts.ANY_GALLERY));
    }

    /** Half of the photos come from a sender who does not look at them, so that the stages meet damaged ones too. */
    private boolean isLetIn(Blob photo) {
        if (random.nextBoolean()) {
            return true;
        }
        try {
            pipeline.photoReader().accept(photo);
            return true;
        } catch (ImageException e) {
            return false;
        }
    }
}
