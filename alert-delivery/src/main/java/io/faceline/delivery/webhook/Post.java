package io.faceline.delivery.webhook;

import io.faceline.contracts.Blob;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own, to a number that was checked; the host's name is what a certificate must show. No
 * redirect is followed. Only {@link #close} may be called by other threads, and ends it.
 */
final class Post implements AutoCloseable {
    private final PostTarget target;
    private final InetAddress address;
    private final SSLSocketFactory tls;
    private final Socket plain = new Socket();
    private volatile boolean isWritten;

    Post(PostTarget target, InetAddress address, SSLSocketFactory tls) {
        this.target = target;
        this.address = address;
        this.tls = tls;
    }

    /**
     * @param connectTimeout of the connection alone; whoever wants the rest to end closes this
     * @param headers without those of the connection
     */
    PostAnswer send(Map<String, String> headers, Blob body, Duration connectTimeout) throws IOException {
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(address, target.port()), (int) Math.max(1, connectTimeout.toMillis()));
        var socket = target.isTls() ? secured() : plain;
        var out = socket.getOutputStream();
        out.write(head(headers, body.size()));
        isWritten = true;
        body.writeTo(out);
        out.flush();
        return PostAnswer.read(new BufferedInputStream(socket.getInputStream()));
    }

    /** Whether the receiver may have got the message. */
    boolean isWritten() {
        return isWritten;
    }

    /** With the certificate checked against the name, although the number is connected. */
    private SSLSocket secured() throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] head(Map<String, String> headers, int length) {
        var head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(target.hostHeader()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n");
        head.append("Connection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Idempotent. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
