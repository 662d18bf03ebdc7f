package io.faceline.ingest.spool;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of uploaded videos, one file per video, with the bytes used by each session and client address. Addresses are
 * not stored: after a restart a session counts as one. One process per folder. Thread-safe.
 */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final String PART = ".part";
    private static final String VIDEO = ".video";

    /** Beyond any disk; shares of larger numbers would overflow. */
    private static final long MAX_BYTES = 1L << 56;

    private final Path folder;
    private final DiskSpace disk;
    private final SpoolLimits limits;
    private final AddressShares bytes;
    private final AddressShares videos;

    @GuardedBy("this")
    private final Map<String, StoredVideo> stored = new HashMap<>();

    @GuardedBy("this")
    private final Set<Upload> uploads = new HashSet<>();

    /** A video in the spool, complete or still being uploaded. */
    private record StoredVideo(SessionId session, String address, long bytes) {}

    private Spool(Path folder, DiskSpace disk, SpoolLimits limits, AddressSettings addresses) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
        this.bytes = addresses.shares(Math.min(limits.totalBytes(), MAX_BYTES));
        this.videos = addresses.shares(limits.videos());
    }

    /**
     * Creates the folder if it is missing, accessible to the owner of this process only where POSIX permissions exist.
     *
     * @param disk of the folder
     */
    public static Spool open(Path folder, SpoolLimits limits, AddressSettings addresses, DiskSpace disk) {
        try {
            OwnerOnly.folder(folder);
            return new Spool(folder, disk, limits, addresses);
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
            forget(id);
            var video = new StoredVideo(session, session.value(), Files.size(file));
            bytes.hold(video.address(), video.bytes());
            videos.hold(video.address(), 1);
            stored.put(id, video);
            return true;
        } catch (IOException e) {
            LOG.warn("event=video_unreadable job={} reason=\"{}\"", id, e.getMessage());
            return false;
        }
    }

    /**
     * Begins the upload of a video. Closing it deletes the file unless the upload was finished.
     *
     * @param address of the client
     * @param declaredBytes the size that the sender declares, 0 when unknown
     * @throws ProblemException when the spool has no room for it
     */
    public Upload begin(String id, SessionId session, String address, long declaredBytes) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a valid file name: " + id);
        }
        var upload = new Upload(this, id, session, path(id, PART), path(id, VIDEO));
        synchronized (this) {
            var video = new StoredVideo(session, address, 0);
            requireRoom(video, declaredBytes);
            if (!videos.take(address)) {
                throw full();
            }
            stored.put(id, video);
            uploads.add(upload);
        }
        return upload;
    }

    /**
     * Adds a complete video once more, under another id. The disk holds its bytes once where it can; they count twice, as
     * either may be deleted.
     *
     * @param address of the client
     * @throws ProblemException when the video is gone, or the spool has no room for it
     */
    public synchronized void copy(String id, String copy, SessionId session, String address) {
        var file = file(id).orElseThrow(Spool::gone);
        var size = size(file);
        var video = new StoredVideo(session, address, 0);
        requireRoom(video, size);
        if (!videos.take(address)) {
            throw full();
        }
        stored.put(copy, video);
        try {
            reserve(copy, size);
            link(path(copy, VIDEO), file);
        } catch (RuntimeException e) {
            forget(copy);
            throw e;
        }
    }

    /** The answer to whoever asks for a video that is not there. */
    public static ProblemException gone() {
        return new ProblemException(404, "VIDEO_GONE", "the server no longer has the video: send it again");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            throw gone();
        } catch (IOException e) {
            throw new UncheckedIOException("A video in the spool cannot be read", e);
        }
    }

    private static void link(Path link, Path file) {
        try {
            Files.createLink(link, file);
        } catch (NoSuchFileException e) {
            throw gone();
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without links.
            copy(file, link);
        }
    }

    private static void copy(Path file, Path target) {
        try {
            Files.copy(file, target);
        } catch (IOException e) {
            delete(target);
            throw new UncheckedIOException("A video in the spool cannot be copied", e);
        }
    }

    /** The file of a complete video. */
    public synchronized Optional<Path> file(String id) {
        return Optional.of(id)
                .filter(stored::containsKey)
                .map(known -> path(known, VIDEO))
                .filter(Files::isRegularFile);
    }

    /**
     * A new file that is deleted when it is closed, and not counted.
     *
     * @throws ProblemException when the disk has no room
     */
    public Scratch scratch() {
        return Scratch.create(path("clip-" + UUID.randomUUID(), PART), disk);
    }

    /** Deletes a video. A file that the system still locks is deleted by a later {@link #sweep}. */
    public synchronized void delete(String id) {
        forget(id);
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
        return bytes.units() - bytes.free();
    }

    /** Reserves room for more bytes of an upload. */
    synchronized void reserve(String id, long more) {
        var before = stored.get(id);
        if (before == null) {
            throw new IllegalStateException("this upload has ended: " + id);
        }
        requireRoom(before, more);
        if (!bytes.take(before.address(), more)) {
            throw full();
        }
        stored.put(id, new StoredVideo(before.session(), before.address(), before.bytes() + more));
    }

    /** @param isComplete whether its file is kept and counted */
    synchronized void ended(Upload upload, boolean isComplete) {
        uploads.remove(upload);
        if (!isComplete) {
            forget(upload.id());
        }
    }

    @GuardedBy("this")
    private void forget(String id) {
        var video = stored.remove(id);
        if (video != null) {
            bytes.release(video.address(), video.bytes());
            videos.release(video.address());
        }
    }

    @GuardedBy("this")
    private void requireRoom(StoredVideo video, long more) {
        if (video.bytes() + more > limits.videoBytes()) {
            throw new ProblemException(
                    413,
                    "TOO_MANY_BYTES",
                    "a video may have at most " + limits.videoBytes() + " bytes: cut it or lower its bit rate");
        }
        if (bytes(video.session()) + more > limits.sessionBytes()) {
            throw new ProblemException(
                    413,
                    "SESSION_SPOOL_FULL",
                    "a session may store at most " + limits.sessionBytes() + " bytes of videos: delete a job first");
        }
        if (!bytes.isLeft(video.address(), more)) {
            throw full();
        }
        disk.require(more);
    }

    private static ProblemException full() {
        return new ProblemException(
                507,
                "SPOOL_FULL",
                "the server has no more room for videos, of which each client address has a share: delete a job, or try"
                        + " again later");
    }

    @GuardedBy("this")
    private long bytes(SessionId session) {
        return stored.values().stream()
                .filter(video -> video.session().equals(session))
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
