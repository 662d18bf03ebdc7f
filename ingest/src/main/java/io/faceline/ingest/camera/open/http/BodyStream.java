package io.faceline.ingest.camera.open.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of an answer: of a length, in chunks, or until the connection ends. Not thread-safe. */
final class BodyStream extends InputStream {
    private static final long WITHOUT_END = Long.MAX_VALUE;
    private static final int MAX_LINE = 256;

    private final InputStream in;
    private final boolean isChunked;
    private long left;
    private boolean isFirstChunk = true;

    BodyStream(InputStream in, ResponseHead head) {
        this.in = in;
        this.isChunked = head.isChunked();
        // A stream of pictures has no length, whatever a camera says.
        this.left =
                isChunked ? 0 : head.isMultipart() ? WITHOUT_END : head.length().orElse(WITHOUT_END);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (isChunked && left == 0) {
            left = nextChunk();
        }
        if (left == 0) {
            return -1;
        }
        var read = in.read(target, offset, (int) Math.min(length, left));
        if (read > 0 && left != WITHOUT_END) {
            left -= read;
        }
        return read;
    }

    private long nextChunk() throws IOException {
        if (!isFirstChunk && !line().isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
        isFirstChunk = false;
        var size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,8}")) {
            throw new IOException("a chunk has no size");
        }
        return Long.parseLong(size, 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.length() > MAX_LINE) {
                throw new IOException("a chunk has no end");
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }
}
