package io.faceline.ingest.spool;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A video on its way into the spool, piece by piece. One thread receives; another may refuse it. */
public final class Upload implements AutoCloseable {
    private static final int PIECE_BYTES = 64 * 1024;
    private final Spool spool;
    private final String id;
    private final SessionId session;
    private final Path part;
    private final Path whole;
    private volatile boolean isRefused;
    private Optional<String> mediaType = Optional.empty();
    private long bytes;
    private boolean isWhole;

    Upload(Spool spool, String id, SessionId session, Path part, Path whole) {
        this.spool = spool;
        this.id = id;
        this.session = session;
        this.part = part;
        this.whole = whole;
    }

    /** Under which name the spool will have it. */
    public String id() {
        return id;
    }

    SessionId session() {
        return session;
    }

    /** Such as {@code video/mp4}, once it was received. */
    public String mediaType() {
        return mediaType.orElseThrow();
    }

    public long bytes() {
        return bytes;
    }

    /** Whether there is anything of it. */
    public boolean isReceived() {
        return bytes > 0;
    }

    /**
     * Receives all of it, and looks at the first bytes before it goes on.
     *
     * @throws ProblemException when it is empty, no video, too large, or breaks off
     */
    public void receive(InputStream content) {
        var head = read(content, VideoType.HEAD_BYTES);
        if (head.length == 0) {
            throw new ProblemException(400, "EMPTY_FILE", "the video has no bytes: send it again");
        }
        mediaType = VideoType.of(head);
        if (mediaType.isEmpty()) {
            throw new ProblemException(
                    415, "UNSUPPORTED_FORMAT", "this is no MP4, MOV, MKV, WebM or AVI, whatever it is called");
        }
        try (var file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(head, file);
            receiveRest(content, file);
        } catch (IOException e) {
            throw new UncheckedIOException("A video cannot be written to the spool", e);
        }
    }

    private void receiveRest(InputStream content, OutputStream file) throws IOException {
        for (var piece = read(content, PIECE_BYTES); piece.length > 0; piece = read(content, PIECE_BYTES)) {
            write(piece, file);
        }
    }

    private void write(byte[] piece, OutputStream file) throws IOException {
        spool.take(id, piece.length);
        file.write(piece);
        bytes += piece.length;
    }

    /** Less than asked for at the end alone. */
    private byte[] read(InputStream content, int count) {
        requireGoingOn();
        try {
            return content.readNBytes(count);
        } catch (IOException e) {
            throw new ProblemException(400, "BROKEN_UPLOAD", "the upload broke off: send it again");
        }
    }

    private void requireGoingOn() {
        if (isRefused) {
            throw new ProblemException(401, "NO_SESSION", "the session of this upload has ended");
        }
    }

    /** The session has ended: what is still to come is not wanted. */
    void refuse() {
        isRefused = true;
    }

    /** It is whole, and stays. */
    public void finish() {
        requireGoingOn();
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A video cannot be kept in the spool", e);
        }
        isWhole = true;
    }

    @Override
    public void close() {
        if (!isWhole) {
            Spool.delete(part);
        }
        spool.ended(this, isWhole);
    }
}
