package io.faceline.ingest.spool;

import io.faceline.runtime.disk.DiskSpace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/**
 * A file in the spool's folder for what is made to be sent at once. The system deletes it when it is closed or the process
 * ends; where the system allows it, nobody else ever sees it. Not thread-safe.
 */
public final class Scratch implements AutoCloseable {
    private static final long CHECKED_BYTES = 16 << 20;
    private static final int CHUNK_BYTES = 8 << 10;

    /** A client that reads more slowly than this after a while would keep the file for too long. */
    private static final long MIN_BYTES_PER_SECOND = 64 << 10;

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final FileChannel file;
    private final DiskSpace disk;
    private long checked;

    private Scratch(FileChannel file, DiskSpace disk) {
        this.file = file;
        this.disk = disk;
    }

    static Scratch create(Path path, DiskSpace disk) {
        disk.require(CHECKED_BYTES);
        try {
            var options = Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            return new Scratch(FileChannel.open(path, options), disk);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for videos cannot be written to", e);
        }
    }

    /** @throws io.faceline.runtime.http.ProblemException when the disk has no room */
    public void write(long position, byte[] bytes) throws IOException {
        var end = position + bytes.length;
        if (end > checked) {
            disk.require(CHECKED_BYTES);
            checked = end + CHECKED_BYTES;
        }
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            file.write(left, position + left.position());
        }
    }

    public long size() throws IOException {
        return file.size();
    }

    /** @throws IOException also when the receiver is too slow */
    public void copyTo(OutputStream out) throws IOException {
        var begin = System.nanoTime();
        var chunk = new byte[CHUNK_BYTES];
        var sent = 0L;
        for (var count = read(chunk, sent); count > 0; count = read(chunk, sent)) {
            out.write(chunk, 0, count);
            sent += count;
            requireSpeed(sent, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private int read(byte[] chunk, long position) throws IOException {
        return file.read(ByteBuffer.wrap(chunk), position);
    }

    static void requireSpeed(long sent, Duration elapsed) throws IOException {
        var counted = elapsed.minus(GRACE).toSeconds();
        if (sent < counted * MIN_BYTES_PER_SECOND) {
            throw new IOException("the client reads less than " + MIN_BYTES_PER_SECOND + " bytes a second");
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
