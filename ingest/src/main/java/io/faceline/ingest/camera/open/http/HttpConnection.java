package io.faceline.ingest.camera.open.http;

import io.faceline.ingest.camera.open.certificate.CameraTls;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A connection to a camera, for one request after the other. Only {@link #close} may be called by any thread. */
final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final HttpTarget target;
    private final Socket socket;
    private final DeadlineStream bytes;
    private final InputStream in;

    private HttpConnection(HttpTarget target, Socket socket) throws IOException {
        this.target = target;
        this.socket = socket;
        this.bytes = new DeadlineStream(socket);
        this.in = new BufferedInputStream(bytes, BUFFER_BYTES);
    }

    static HttpConnection open(HttpTarget target) throws CameraException, IOException {
        var plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(target.address(), target.port()), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            return new HttpConnection(target, target.isTls() ? secured(target, plain) : plain);
        } catch (IOException | CameraException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket secured(HttpTarget target, Socket plain) throws CameraException, IOException {
        var accepted = target.certificate();
        if (accepted.isEmpty()) {
            throw new CameraException(CameraFault.UNAUTHORIZED, "The camera's certificate has not been accepted yet");
        }
        return CameraTls.handshake(plain, target.uri().getHost(), target.port(), accepted)
                .socket();
    }

    /** The time from now on until which what is read must have come. */
    void within(Duration time) {
        bytes.within(time);
    }

    ResponseHead get(Optional<String> authorization) throws IOException {
        var request = new StringBuilder("GET " + target.path() + " HTTP/1.1\r\n");
        request.append("Host: ").append(target.host()).append("\r\n");
        request.append("User-Agent: faceline\r\n");
        request.append("Accept: multipart/x-mixed-replace, image/jpeg, */*;q=0.1\r\n");
        request.append("Cache-Control: no-cache\r\n");
        authorization.ifPresent(
                value -> request.append("Authorization: ").append(value).append("\r\n"));
        request.append("\r\n");
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return ResponseHead.read(in);
    }

    BodyStream body(ResponseHead head) {
        return new BodyStream(in, head);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
