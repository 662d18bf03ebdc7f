package io.faceline.ingest.spool;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of uploaded videos, one file per video, with the bytes used by each session. One process per folder.
 * Thread-safe.
 */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final String PART = ".part";
    private static final String VIDEO = ".video";

    private final Path folder;
    private final DiskSpace disk;
    private final SpoolLimits limits;

    @GuardedBy("this")
    private final Map<String, StoredVideo> stored = new HashMap<>();

    @GuardedBy("this")
    private final Set<Upload> uploads = new HashSet<>();

    /** A video in the spool, complete or still being uploaded. */
    private record StoredVideo(SessionId session, long bytes) {}

    private Spool(Path folder, DiskSpace disk, SpoolLimits limits) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
    }

    /**
     * Creates the folder if it is missing, accessible to the owner of this process only where POSIX permissions exist.
     *
     * @param disk of the folder
     */
    public static Spool open(Path folder, SpoolLimits limits, DiskSpace disk) {
        try {
            OwnerOnly.folder(folder);
            return new Spool(folder, disk, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos " + folder + " cannot be used", e);
        }
    }

    /** Registers a video of an earlier process; returns false when its file is missing. */
    public synchronized boolean restore(String id, SessionId session) {
        try {
            var file = path(id, VIDEO);
            if (!ID.matcher(id).matches() || !Files.isRegularFile(file)) {
                return false;
            }
            stored.put(id, new StoredVideo(session, Files.size(file)));
            return true;
        } catch (IOException e) {
            LOG.warn("event=video_unreadable job={} reason=\"{}\"", id, e.getMessage());
            return false;
        }
    }

    /**
     * Begins the upload of a video. Closing it deletes the file unless the upload was finished.
     *
     * @param declaredBytes the size that the sender declares, 0 when unknown
     * @throws ProblemException when the spool has no room for it
     */
    public Upload begin(String id, SessionId session, long declaredBytes) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a valid file name: " + id);
        }
        var upload = new Upload(this, id, session, path(id, PART), path(id, VIDEO));
        synchronized (this) {
            requireRoom(id, session, declaredBytes);
            stored.put(id, new StoredVideo(session, 0));
            uploads.add(upload);
        }
        return upload;
    }

    /** The file of a complete video. */
    public synchronized Optional<Path> file(String id) {
        return Optional.of(id)
                .filter(stored::containsKey)
                .map(known -> path(known, VIDEO))
                .filter(Files::isRegularFile);
    }

    /** Deletes a video. A file that the system still locks is deleted by a later {@link #sweep}. */
    public synchronized void delete(String id) {
        stored.remove(id);
        if (ID.matcher(id).matches()) {
            delete(path(id, VIDEO));
        }
    }

    /** Aborts the uploads of this session. */
    public synchronized void abort(SessionId session) {
        uploads.stream().filter(upload -> upload.session().equals(session)).forEach(Upload::abort);
    }

    /** Deletes orphaned files: parts of uploads that ended with their process and videos without a job. */
    public synchronized void sweep() {
        var kept = Set.copyOf(stored.keySet());
        try (var files = Files.newDirectoryStream(folder, file -> isSpoolFile(file) && !kept.contains(id(file)))) {
            files.forEach(Spool::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos " + folder + " cannot be read", e);
        }
    }

    /** The bytes of all videos, including uploads in progress. */
    public synchronized long bytes() {
        return bytes(any -> true);
    }

    /** Reserves room for more bytes of an upload. */
    synchronized void reserve(String id, int more) {
        var before = stored.get(id);
        if (before == null) {
            throw new IllegalStateException("this upload has ended: " + id);
        }
        requireRoom(id, before.session(), more);
        stored.put(id, new StoredVideo(before.session(), before.bytes() + more));
    }

    /** @param isComplete whether its file is kept and counted */
    synchronized void ended(Upload upload, boolean isComplete) {
        uploads.remove(upload);
        if (!isComplete) {
            stored.remove(upload.id());
        }
    }

    @GuardedBy("this")
    private void requireRoom(String id, SessionId session, long more) {
        var before = stored.get(id);
        if ((before == null ? 0 : before.bytes()) + more > limits.videoBytes()) {
            throw new ProblemException(
                    413,
                    "TOO_MANY_BYTES",
                    "a video may have at most " + limits.videoBytes() + " bytes: cut it or lower its bit rate");
        }
        if (bytes(video -> video.session().equals(session)) + more > limits.sessionBytes()) {
            throw new ProblemException(
                    413,
                    "SESSION_SPOOL_FULL",
                    "a session may store at most " + limits.sessionBytes() + " bytes of videos: delete a job first");
        }
        if (bytes(any -> true) + more > limits.totalBytes()) {
            throw new ProblemException(507, "SPOOL_FULL", "the server has no room for videos: try again later");
        }
        disk.require(more);
    }

    @GuardedBy("this")
    private long bytes(Predicate<StoredVideo> filter) {
        return stored.values().stream()
                .filter(filter)
                .mapToLong(StoredVideo::bytes)
                .sum();
    }

    private Path path(String id, String extension) {
        return folder.resolve(id + extension);
    }

    private static boolean isSpoolFile(Path file) {
        var name = file.getFileName().toString();
        return (name.endsWith(PART) || name.endsWith(VIDEO)) && Files.isRegularFile(file);
    }

    private static String id(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("event=video_not_deleted file={} reason=\"{}\"", file.getFileName(), e.getMessage());
        }
    }
}
