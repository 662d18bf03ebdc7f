package io.faceline.api.cameras.file;

import io.faceline.api.cameras.definition.CameraFields;
import io.faceline.api.cameras.table.CameraTable;
import io.faceline.api.cameras.table.CameraWrites;
import io.faceline.contracts.Sha256;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cameras of a file as the file says: writes those that differ, and deletes those that are gone. It never deletes
 * cameras that were made over HTTP; of a camera in both, the file wins. A content is applied once, so that instances with
 * different files do not undo each other's work for ever, and a changed one when it is the same in two looks, so that an editor
 * may take its time. A file that is broken or gone changes nothing. Checked on the thread of the scheduler; everything else is
 * thread-safe.
 */
public final class CameraFileSync implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CameraFileSync.class);
    private static final long INTERVAL_SECONDS = 2;

    private final Path path;
    private final CamerasFile file;
    private final CameraTable cameras;
    private final HealthCheck read;
    private final CameraWrites writes;
    private final InstantSource clock;
    private volatile Optional<String> problem = Optional.empty();
    /** The files that won over cameras made over HTTP. */
    private volatile List<String> taken = List.of();

    private String seen = "";
    private String applied = "";

    /** @param read whether the cameras were read, before which nothing is compared */
    public CameraFileSync(
            Path path, int max, CameraTable cameras, HealthCheck read, CameraWrites writes, InstantSource clock) {
        this.path = path;
        this.file = new CamerasFile(max);
        this.cameras = cameras;
        this.read = read;
        this.writes = writes;
        this.clock = clock;
    }

    /** Checks the file now and every two seconds. */
    public void start(ScheduledExecutorService scheduler) {
        var unused = scheduler.scheduleWithFixedDelay(this::check, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Why the cameras are not as the file says, or what to know of it, in words; empty if there is nothing. */
    public Optional<String> problem() {
        var known = problem;
        return known.isPresent() || taken.isEmpty()
                ? known
                : Optional.of("the file " + path.getFileName() + " replaced cameras that were made over HTTP: "
                        + String.join(", ", taken));
    }

    void check() {
        if (!read.health().ready()) {
            return;
        }
        try {
            var text = Files.readString(path);
            check(text, Sha256.hex(text));
        } catch (IOException e) {
            seen = "";
            report(FileFault.reason(e));
        } catch (IllegalArgumentException e) {
            report(e.getMessage());
        } catch (CompletionException | WaitTimeoutException e) {
            // Tried again at the next look.
            report("Kafka did not take the cameras: " + e.getMessage());
        }
    }

    private void check(String text, String hash) {
        var isFirst = applied.isEmpty() && seen.isEmpty();
        var isStill = hash.equals(seen);
        seen = hash;
        if (hash.equals(applied)) {
            solved();
        } else if (isFirst || isStill) {
            apply(file.read(text, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            applied = hash;
            solved();
        }
    }

    private void apply(Map<String, Camera> wanted) {
        var won = new ArrayList<String>();
        for (var camera : wanted.values()) {
            var known = cameras.find(camera.id());
            if (known.filter(same -> isSame(same, camera)).isPresent()) {
                continue;
            }
            if (known.filter(other -> other.origin() != CameraOrigin.FILE).isPresent()) {
                LOG.warn("event=camera_replaced_by_file camera={} file={}", camera.id(), path);
                won.add(camera.id().value());
            }
            writes.put(known.map(before -> CameraFields.at(after(before, camera), camera))
                    .orElse(camera));
            LOG.info("event=camera_of_file_written camera={}", camera.id());
        }
        taken = List.copyOf(won);
        for (var known : cameras.all()) {
            if (known.origin() == CameraOrigin.FILE
                    && !wanted.containsKey(known.id().value())) {
                writes.delete(known.id());
                LOG.info("event=camera_of_file_deleted camera={}", known.id());
            }
        }
    }

    private static boolean isSame(Camera known, Camera wanted) {
        return CameraFields.at(wanted.changedAt(), known).equals(wanted);
    }

    private static Instant after(Camera before, Camera camera) {
        var next = before.changedAt().plusMillis(1);
        return next.isAfter(camera.changedAt()) ? next : camera.changedAt();
    }

    private void report(String reason) {
        var now = Optional.of(
                "the file " + path.getFileName() + " cannot be used, the cameras stay as they are: " + reason);
        if (!now.equals(problem)) {
            problem = now;
            LOG.warn("event=cameras_file_refused file={} reason=\"{}\"", path, reason);
        }
    }

    private void solved() {
        if (problem.isPresent()) {
            problem = Optional.empty();
            LOG.info("event=cameras_file_read file={}", path);
        }
    }

    @Override
    public Health health() {
        return Health.warned(problem().stream().toList());
    }
}
