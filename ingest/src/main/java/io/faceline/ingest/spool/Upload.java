package io.faceline.ingest.spool;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.vision.video.VideoKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** An upload of a video into the spool. Confined to one thread: the one that receives it; any thread may abort it. */
public final class Upload implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;
    private final Spool spool;
    private final String id;
    private final SessionId session;
    private final Path part;
    private final Path target;
    private volatile boolean isAborted;
    private Optional<String> mediaType = Optional.empty();
    private final MessageDigest digest = Sha256.digest();
    private long bytes;
    private boolean isComplete;

    Upload(Spool spool, String id, SessionId session, Path part, Path target) {
        this.spool = spool;
        this.id = id;
        this.session = session;
        this.part = part;
        this.target = target;
    }

    /** The id of the video in the spool. */
    public String id() {
        return id;
    }

    SessionId session() {
        return session;
    }

    /** The media type, such as {@code video/mp4}, of a received video. */
    public String mediaType() {
        return mediaType.orElseThrow();
    }

    /** The SHA-256 hash of a received video, in lower case. To be asked once. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    public long bytes() {
        return bytes;
    }

    /** Whether any bytes were received. */
    public boolean isReceived() {
        return bytes > 0;
    }

    /**
     * Receives the complete video and checks its type by its first bytes.
     *
     * @throws ProblemException when it is empty, no video, too large, or interrupted
     */
    public void receive(InputStream content) {
        var head = read(content, VideoType.HEAD_BYTES);
        if (head.length == 0) {
            throw new ProblemException(400, "EMPTY_FILE", "the video has no bytes: send it again");
        }
        mediaType = VideoType.of(head);
        if (mediaType.isEmpty()) {
            throw new ProblemException(
                    415,
                    "UNSUPPORTED_FORMAT",
                    "the content is not an " + VideoKind.NAMES + " video, whatever its name");
        }
        try (var file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(head, file);
            receiveRest(content, file);
        } catch (IOException e) {
            throw new UncheckedIOException("A video cannot be written to the spool", e);
        }
    }

    private void receiveRest(InputStream content, OutputStream file) throws IOException {
        for (var chunk = read(content, CHUNK_BYTES); chunk.length > 0; chunk = read(content, CHUNK_BYTES)) {
            write(chunk, file);
        }
    }

    private void write(byte[] chunk, OutputStream file) throws IOException {
        spool.reserve(id, chunk.length);
        file.write(chunk);
        digest.update(chunk);
        bytes += chunk.length;
    }

    /** Returns fewer bytes than requested only at the end. */
    private byte[] read(InputStream content, int count) {
        requireNotAborted();
        try {
            return content.readNBytes(count);
        } catch (IOException e) {
            throw new ProblemException(400, "BROKEN_UPLOAD", "the upload was interrupted: send it again");
        }
    }

    private void requireNotAborted() {
        if (isAborted) {
            throw new ProblemException(401, "NO_SESSION", "the session of this upload has ended");
        }
    }

    /** Makes the next read or finish fail, because the session has ended. */
    void abort() {
        isAborted = true;
    }

    /** Keeps the complete file in the spool. */
    public void finish() {
        requireNotAborted();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A video cannot be moved in the spool", e);
        }
        isComplete = true;
    }

    @Override
    public void close() {
        if (!isComplete) {
            Spool.delete(part);
        }
        spool.ended(this, isComplete);
    }
}
