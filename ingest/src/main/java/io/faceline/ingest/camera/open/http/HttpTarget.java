package io.faceline.ingest.camera.open.http;

import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where a camera is read.
 *
 * @param address the host's number, checked
 * @param certificate the only one that is accepted; empty without TLS
 */
public record HttpTarget(URI uri, InetAddress address, Optional<ShownCertificate> certificate) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : isTls() ? HTTPS : HTTP;
    }

    /** Path and query. */
    String path() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** As the header says it. */
    String host() {
        return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }
}
