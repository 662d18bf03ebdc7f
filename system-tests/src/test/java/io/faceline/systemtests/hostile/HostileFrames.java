package io.faceline.systemtests.hostile;

import io.faceline.runtime.http.TestClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A camera that sends anything but pictures. Hears what it is told, and {@code closed} with the code at the end. */
final class HostileFrames implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket socket;

    HostileFrames(int port) {
        socket = TestClient.of(port).connect("/api/v1/live", this);
    }

    /** What comes next, after this was sent. */
    String send(byte[] frame) throws InterruptedException {
        var unused = socket.sendBinary(ByteBuffer.wrap(frame), true).handle((sent, failure) -> sent);
        return hear();
    }

    String send(String text) throws InterruptedException {
        socket.sendText(text, true).join();
        return hear();
    }

    private String hear() throws InterruptedException {
        return String.valueOf(told.poll(20, TimeUnit.SECONDS));
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            told.add(begun.toString());
            begun.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        told.add("closed " + statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        told.add("closed by " + error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
