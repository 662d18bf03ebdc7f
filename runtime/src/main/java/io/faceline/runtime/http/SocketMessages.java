package io.faceline.runtime.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.AddressTurns;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of a WebSocket's unfinished message in the memory of all bodies, with a share for each address, and
 * closes the connection when the message does not end in time. Jetty keeps all frames of a message until its last.
 */
final class SocketMessages implements FrameHandler {
    private static final int TRY_AGAIN_LATER = 1013;

    private final FrameHandler next;
    private final AddressShares memory;
    private final AddressTurns turns;
    private final String address;
    private final Duration maxTime;
    private final ScheduledExecutorService scheduler;

    @GuardedBy("this")
    private long taken;

    @GuardedBy("this")
    private @Nullable Future<?> timeout;

    private volatile @Nullable CoreSession session;

    /**
     * @param turns in which frames are taken
     * @param maxTime from the first frame of a message to its last
     */
    SocketMessages(
            FrameHandler next,
            AddressShares memory,
            AddressTurns turns,
            String address,
            Duration maxTime,
            ScheduledExecutorService scheduler) {
        this.next = next;
        this.memory = memory;
        this.turns = turns;
        this.address = address;
        this.maxTime = maxTime;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        next.onOpen(opened, callback);
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (OpCode.isControlFrame(frame.getOpCode())) {
            next.onFrame(frame, callback);
        } else if (!take(frame.getPayloadLength())) {
            callback.failed(new CloseException(TRY_AGAIN_LATER, "too many unfinished messages; try again later"));
        } else if (frame.isFin()) {
            passOn(frame, Callback.from(callback, this::ended));
        } else {
            awaitEnd();
            passOn(frame, callback);
        }
    }

    /** In the turn of the address. Jetty reads no further until the frame is taken. */
    private void passOn(Frame frame, Callback callback) {
        turns.run(address, () -> {
            try {
                next.onFrame(frame, callback);
            } catch (RuntimeException e) {
                callback.failed(e);
            }
        });
    }

    private synchronized boolean take(int bytes) {
        if (bytes > 0 && !memory.take(address, bytes)) {
            return false;
        }
        taken += bytes;
        return true;
    }

    private synchronized void awaitEnd() {
        if (timeout == null) {
            timeout = scheduler.schedule(this::late, maxTime.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void late() {
        var open = session;
        if (open != null) {
            open.close(
                    CloseStatus.POLICY_VIOLATION,
                    "a message must end within " + maxTime.toSeconds() + " s",
                    Callback.NOOP);
        }
    }

    private synchronized void ended() {
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
        }
        if (taken > 0) {
            memory.release(address, taken);
            taken = 0;
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        next.onError(cause, callback);
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        ended();
        next.onClosed(status, callback);
    }
}
