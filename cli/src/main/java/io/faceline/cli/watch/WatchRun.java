package io.faceline.cli.watch;

import io.faceline.cli.cameras.CameraMixin;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.Interruption;
import io.faceline.cli.command.RunSession;
import io.faceline.cli.output.Names;
import io.faceline.cli.people.Enroller;
import io.faceline.cli.people.GalleryEnrollment;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.Scope;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.standalone.pipeline.Pipeline;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches one camera in a session of its own, which is erased at the end. Not thread-safe. */
final class WatchRun implements AutoCloseable {
    private static final long TICK_MILLIS = 250;

    private final Pipeline pipeline;
    private final Interruption interruption;
    private final RunSession session;
    private final CountDownLatch stopped = new CountDownLatch(1);

    WatchRun(Pipeline pipeline, Interruption interruption) {
        this.pipeline = pipeline;
        this.interruption = interruption;
        this.session = RunSession.open(pipeline);
        pipeline.onStop(cause -> stopped.countDown());
    }

    /** Enrolls people for this run. */
    void enroll(Map<String, List<Path>> known, Names names, PrintWriter warnings) {
        // Poor photos too: who keeps a gallery chose them, and a poor pair of faces names nobody.
        var enroller = new Enroller(PhotoJob.ofGallery(pipeline, session.id()), Scope.SESSION, false, true, names);
        new GalleryEnrollment(session.id(), enroller, warnings).enroll(known);
    }

    /**
     * Returns after Ctrl-C, or after this time.
     *
     * @param camera its id is the source of the frames
     * @param duration empty for as long as nobody interrupts
     */
    void watch(Camera camera, Optional<Login> login, WatchLog log, Optional<Duration> duration) {
        var target = new CameraTarget(Lane.LIVE, session.id(), camera.id().source());
        var opener = CameraMixin.opener();
        try (var tracks = pipeline.readTracks(target.source(), log::track)) {
            tracks.start();
            try (var run = pipeline.watch(camera, target, log, opener, ignored -> login)) {
                run.start();
                await(log, duration);
            }
            log.end();
        }
    }

    private void await(WatchLog log, Optional<Duration> duration) {
        var begin = System.nanoTime();
        while (!interruption.isRequested()
                && duration.filter(it -> System.nanoTime() - begin >= it.toNanos())
                        .isEmpty()) {
            try {
                if (stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw CommandFailure.failed("a stage stopped; see the log");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CommandFailure.failed("interrupted");
            }
            log.tick();
        }
    }

    /** Erases the session. */
    @Override
    public void close() {
        session.erase();
    }
}
