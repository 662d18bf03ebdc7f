package io.faceline.ingest.camera.open.certificate;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Remembers the certificate of a handshake, and lets it go on only if that is the expected one: names and dates of cameras'
 * certificates are often wrong, and it is the key that was accepted. Thread-safe.
 */
final class SeenCertificate extends X509ExtendedTrustManager {
    private final Optional<ShownCertificate> expected;

    @GuardedBy("this")
    private Optional<ShownCertificate> seen = Optional.empty();

    /** @param expected empty if the handshake is only to show it */
    SeenCertificate(Optional<ShownCertificate> expected) {
        this.expected = expected;
    }

    synchronized Optional<ShownCertificate> seen() {
        return seen;
    }

    private synchronized void see(X509Certificate[] chain) throws CertificateException {
        var shown = ShownCertificate.of(chain[0]);
        seen = Optional.of(shown);
        if (expected.isPresent() && !expected.get().equals(shown)) {
            throw new CertificateException("another certificate than the accepted one");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        see(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a camera is a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
