package io.faceline.cli.recognize;

import io.faceline.cli.output.FileResult;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.photo.PhotoFailure;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends photos as probes and writes the answers in the same order. Not thread-safe. */
final class Recognition {
    private final PhotoJob job;
    private final ResultWriter writer;
    private final long minGalleryVersion;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private boolean allSucceeded = true;

    private record Pending(Path photo, CompletableFuture<Match> answer) {}

    Recognition(PhotoJob job, ResultWriter writer, long minGalleryVersion) {
        this.job = job;
        this.writer = writer;
        this.minGalleryVersion = minGalleryVersion;
    }

    void submit(Path photo) {
        pending.add(new Pending(photo, job.submit(photo, new Role.Probe(), minGalleryVersion)));
        while (!pending.isEmpty() && pending.peek().answer().isDone()) {
            write(pending.remove());
        }
    }

    /** Waits for the answers to all photos so far. */
    void flush() {
        while (!pending.isEmpty()) {
            write(pending.remove());
        }
    }

    /** Waits for the last answer; returns whether all photos succeeded. */
    boolean end() {
        flush();
        writer.end();
        return allSucceeded;
    }

    private void write(Pending photo) {
        try {
            var match = photo.answer().join();
            writer.write(match.outcome()
                    .fold(
                            faces -> new FileResult.Recognised(photo.photo(), faces),
                            reason -> failed(photo, reason.name(), "the photo was dropped"),
                            (code, message) -> failed(photo, code.name(), message)));
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof PhotoFailure failure)) {
                throw e;
            }
            writer.write(failed(photo, failure.code(), failure.getMessage()));
        }
    }

    private FileResult failed(Pending photo, String code, String message) {
        allSucceeded = false;
        return new FileResult.FailedFile(photo.photo(), code, message);
    }
}
