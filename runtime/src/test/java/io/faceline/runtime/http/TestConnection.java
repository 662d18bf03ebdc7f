package io.faceline.runtime.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection from an address of the loopback network, which Linux has as many of as one likes. Not thread-safe. */
public final class TestConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int BINARY = 2;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_OF_8_BYTES = 127;
    private static final int MAX_HEAD_BYTES = 14;

    private final Socket socket;
    private final int port;
    private boolean isInMessage;

    private TestConnection(Socket socket, int port) {
        this.socket = socket;
        this.port = port;
    }

    /** @param lastNumber of the address 127.0.0.x */
    public static TestConnection from(int lastNumber, int port) throws IOException {
        var local = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastNumber});
        var socket = new Socket(InetAddress.getLoopbackAddress(), port, local, 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new TestConnection(socket, port);
    }

    /** Sends the head of a POST whose body is to follow. */
    public TestConnection declare(String path, String... headers) throws IOException {
        return head("POST", path, headers);
    }

    private TestConnection head(String method, String path, String... headers) throws IOException {
        var lines = Stream.concat(
                Stream.of(method + " " + path + " HTTP/1.1", "Host: localhost:" + port), Arrays.stream(headers));
        return send((lines.collect(Collectors.joining("\r\n")) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public TestConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends a whole request without a body. */
    public TestConnection request(String method, String path, String... headers) throws IOException {
        return head(method, path, headers);
    }

    /** Becomes a WebSocket, if the server has a place for it; a refusal shows when something is sent. */
    public TestConnection upgrade(String path, String... headers) throws IOException {
        var all = Stream.concat(
                Stream.of(
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
                Arrays.stream(headers));
        head("GET", path, all.toArray(String[]::new));
        status();
        return this;
    }

    /** Sends a WebSocket message, or a part of one that never ends. */
    public TestConnection message(byte[] bytes, boolean isWhole) throws IOException {
        var opCode = isInMessage ? 0 : BINARY;
        isInMessage = !isWhole;
        // A mask of zeros leaves the bytes as they are.
        var head = ByteBuffer.allocate(MAX_HEAD_BYTES)
                .put((byte) (opCode | (isWhole ? LAST : 0)))
                .put((byte) (MASKED | LENGTH_OF_8_BYTES))
                .putLong(bytes.length)
                .putInt(0);
        return send(head.array()).send(bytes);
    }

    /** Waits until something comes. */
    public void awaitByte() throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new EOFException();
        }
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
    }

    /** Reads what has come, without keeping it. */
    public void drain() throws IOException {
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
    }

    /** All that comes until the server closes the connection. */
    public String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The first line of the answer, such as {@code HTTP/1.1 200 OK}; empty when the connection was closed. */
    public String status() throws IOException {
        var line = new StringBuilder();
        for (var next = socket.getInputStream().read();
                next >= 0 && next != '\r';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
