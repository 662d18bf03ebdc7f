package io.faceline.api.cameras.definition;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Certificates that cameras must show. */
public final class Certificates {
    private static final int LINE = 64;

    private Certificates() {}

    /**
     * The first certificate of this text and nothing else of it, such as a private key that stands beside it.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String pem(String text) {
        try {
            var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + encoder.encodeToString(parsed(text).getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "it must be a certificate as PEM, which begins with -----BEGIN CERTIFICATE-----");
        }
    }

    /** The SHA-256 of a certificate in hexadecimal digits with colons, as browsers show it; empty if the text is none. */
    public static Optional<String> fingerprint(String pem) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(parsed(pem).getEncoded());
            return Optional.of(HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT));
        } catch (CertificateException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static X509Certificate parsed(String pem) throws CertificateException {
        var in = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.UTF_8));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
}
