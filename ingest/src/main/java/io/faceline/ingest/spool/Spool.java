package io.faceline.ingest.spool;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
 * The folder of uploaded videos, one file each, and how much of it is whose. Only one process uses a folder. Safe for all
 * threads.
 */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final String PART = ".part";
    private static final String VIDEO = ".video";

    private final Path folder;
    private final FileStore disk;
    private final SpoolLimits limits;
    // Guarded by this.
    private final Map<String, Held> held = new HashMap<>();
    private final Set<Upload> uploads = new HashSet<>();

    /** What there is of a video, whole or still coming in. */
    private record Held(SessionId session, long bytes) {}

    private Spool(Path folder, FileStore disk, SpoolLimits limits) {
        this.folder = folder;
        this.disk = disk;
        this.limits = limits;
    }

    /** Makes the folder when it is missing, for the owner of this process alone where the system knows owners. */
    public static Spool open(Path folder, SpoolLimits limits) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new Spool(folder, Files.getFileStore(folder), limits);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos " + folder + " cannot be used", e);
        }
    }

    /** Counts a video of an earlier process; false when its file is not here. */
    public synchronized boolean restore(String id, SessionId session) {
        try {
            var file = path(id, VIDEO);
            if (!ID.matcher(id).matches() || !Files.isRegularFile(file)) {
                return false;
            }
            held.put(id, new Held(session, Files.size(file)));
            return true;
        } catch (IOException e) {
            LOG.warn("a video cannot be read job={} reason={}", id, e.getMessage());
            return false;
        }
    }

    /**
     * A video begins to come in. To be closed, which leaves nothing of it unless it was finished.
     *
     * @param declaredBytes what the sender says it will be, 0 when unknown
     * @throws ProblemException when there is no room for it
     */
    public Upload begin(String id, SessionId session, long declaredBytes) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no name for a file: " + id);
        }
        var upload = new Upload(this, id, session, path(id, PART), path(id, VIDEO));
        synchronized (this) {
            requireRoom(id, session, declaredBytes);
            held.put(id, new Held(session, 0));
            uploads.add(upload);
        }
        return upload;
    }

    /** Whoever asked for it: the whole file. */
    public synchronized Optional<Path> file(String id) {
        return Optional.of(id)
                .filter(held::containsKey)
                .map(known -> path(known, VIDEO))
                .filter(Files::isRegularFile);
    }

    /** Deletes a video. What the system holds on to is tried again by {@link #sweep}. */
    public synchronized void delete(String id) {
        held.remove(id);
        if (ID.matcher(id).matches()) {
            delete(path(id, VIDEO));
        }
    }

    /** What is coming in of this session is refused from now on. */
    public synchronized void refuse(SessionId session) {
        uploads.stream().filter(upload -> upload.session().equals(session)).forEach(Upload::refuse);
    }

    /** Deletes all files that nobody holds: parts of uploads that died with their process, videos whose job was forgotten. */
    public synchronized void sweep() {
        try (var files = Files.newDirectoryStream(folder, file -> isOurs(file) && !held.containsKey(id(file)))) {
            files.forEach(Spool::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos " + folder + " cannot be read", e);
        }
    }

    /** Of all videos, those coming in with them. */
    public synchronized long bytes() {
        return bytes(any -> true);
    }

    /** Room for so many more bytes of an upload. */
    synchronized void take(String id, int more) {
        var before = held.get(id);
        if (before == null) {
            throw new IllegalStateException("this upload has ended: " + id);
        }
        requireRoom(id, before.session(), more);
        held.put(id, new Held(before.session(), before.bytes() + more));
    }

    /** @param isWhole whether its file stays and counts */
    synchronized void ended(Upload upload, boolean isWhole) {
        uploads.remove(upload);
        if (!isWhole) {
            held.remove(upload.id());
        }
    }

    private void requireRoom(String id, SessionId session, long more) {
        var before = held.get(id);
        if ((before == null ? 0 : before.bytes()) + more > limits.videoBytes()) {
            throw new ProblemException(
                    413,
                    "TOO_MANY_BYTES",
                    "a video may have " + limits.videoBytes() + " bytes: cut it, or save it with a lower bit rate");
        }
        if (bytes(one -> one.session().equals(session)) + more > limits.sessionBytes()) {
            throw new ProblemException(
                    413,
                    "SESSION_SPOOL_FULL",
                    "a session may keep " + limits.sessionBytes() + " bytes of videos: delete a job first");
        }
        if (bytes(any -> true) + more > limits.totalBytes() || free() - more < limits.freeBytes()) {
            throw new ProblemException(507, "SPOOL_FULL", "there is no room for videos here now: try again later");
        }
    }

    private long bytes(Predicate<Held> which) {
        return held.values().stream().filter(which).mapToLong(Held::bytes).sum();
    }

    private long free() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos " + folder + " cannot be used", e);
        }
    }

    private Path path(String id, String ending) {
        return folder.resolve(id + ending);
    }

    private static boolean isOurs(Path file) {
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
            LOG.warn("a video is not deleted yet file={} reason={}", file.getFileName(), e.getMessage());
        }
    }
}
