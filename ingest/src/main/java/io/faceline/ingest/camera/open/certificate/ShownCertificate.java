package io.faceline.ingest.camera.open.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** The certificate that a camera shows. Two are equal if they have the same bytes. Immutable. */
public final class ShownCertificate {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "\n-----END CERTIFICATE-----\n";
    private static final int LINE = 64;

    private final X509Certificate certificate;
    private final byte[] encoded;

    private ShownCertificate(X509Certificate certificate, byte[] encoded) {
        this.certificate = certificate;
        this.encoded = encoded;
    }

    static ShownCertificate of(X509Certificate certificate) throws CertificateEncodingException {
        return new ShownCertificate(certificate, certificate.getEncoded());
    }

    /** @throws IllegalArgumentException when the text is no certificate in PEM */
    public static ShownCertificate ofPem(String pem) {
        try {
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            return of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate must be one in PEM", e);
        }
    }

    X509Certificate x509() {
        return certificate;
    }

    public String pem() {
        var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return BEGIN + lines.encodeToString(encoded) + END;
    }

    /** SHA-256 in hexadecimal digits with colons. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(encoded);
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownCertificate it && Arrays.equals(encoded, it.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
