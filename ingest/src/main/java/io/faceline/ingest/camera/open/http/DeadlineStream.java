package io.faceline.ingest.camera.open.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Reads from a connection until a deadline, however few bytes come at a time. Not thread-safe. */
final class DeadlineStream extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private long deadline;

    DeadlineStream(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** From now on. */
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the deadline has passed");
        }
        socket.setSoTimeout((int) left);
        return in.read(target, offset, length);
    }
}
