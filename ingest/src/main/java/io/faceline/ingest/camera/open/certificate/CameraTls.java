package io.faceline.ingest.camera.open.certificate;

import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** TLS to cameras: by the one certificate that was accepted, whoever signed it. */
public final class CameraTls {
    private static final int TIMEOUT_MILLIS = 5000;

    private CameraTls() {}

    /**
     * The certificate that the camera shows now. Nothing is sent but the handshake.
     *
     * @param address resolved and checked
     * @param host the name, for a server of several
     */
    public static ShownCertificate look(InetSocketAddress address, String host) throws CameraException {
        try (var socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return handshake(socket, host, address.getPort(), Optional.empty()).shown();
        } catch (IOException e) {
            throw new CameraException(CameraFault.UNREACHABLE, "Nobody answers at this address and port");
        }
    }

    /**
     * What is shown must be what was accepted.
     *
     * @param accepted PEM; empty if no certificate was accepted yet
     * @throws CameraException unauthorized, with the fingerprint of what is shown
     */
    public static void requireAccepted(ShownCertificate shown, Optional<String> accepted) throws CameraException {
        if (accepted.isEmpty()) {
            throw new CameraException(
                    CameraFault.UNAUTHORIZED,
                    "The camera's certificate has not been accepted yet. Compare its fingerprint with the one that the"
                            + " camera shows in its own settings, and accept it: SHA-256 " + shown.fingerprint());
        }
        if (!ShownCertificate.ofPem(accepted.get()).equals(shown)) {
            throw new CameraException(
                    CameraFault.UNAUTHORIZED,
                    "The camera shows another certificate than the accepted one, so the password was not sent. If the"
                            + " camera was reset or replaced, check and accept the new one: SHA-256 "
                            + shown.fingerprint());
        }
    }

    /** A connection after its handshake. */
    public record Secured(SSLSocket socket, ShownCertificate shown) {}

    /**
     * Puts TLS on a connection.
     *
     * @param expected the only certificate that is accepted; any if empty
     * @throws CameraException when there is none that both speak, or another certificate
     */
    public static Secured handshake(Socket socket, String host, int port, Optional<ShownCertificate> expected)
            throws CameraException, IOException {
        var trust = new SeenCertificate(expected);
        var secured = (SSLSocket) context(trust).getSocketFactory().createSocket(socket, host, port, true);
        // However few bytes come at a time: the time-out of the socket is for each of them.
        var deadline = CompletableFuture.runAsync(
                () -> close(socket), CompletableFuture.delayedExecutor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        try {
            secured.startHandshake();
            return new Secured(secured, trust.seen().orElseThrow());
        } catch (IOException e) {
            secured.close();
            if (trust.seen().isPresent() && expected.isPresent()) {
                requireAccepted(trust.seen().get(), expected.map(ShownCertificate::pem));
            }
            throw new CameraException(
                    CameraFault.UNREACHABLE,
                    "The camera answers, but not with TLS 1.2 or newer. Its TLS is too old, or this is not its port for"
                            + " TLS: update its firmware, or use the address without TLS");
        } finally {
            deadline.cancel(false);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    private static SSLContext context(TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
