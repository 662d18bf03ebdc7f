package io.faceline.cli.certificate;

import io.faceline.contracts.Sha256;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate that no authority vouches for: a browser warns once, and whoever compares the fingerprint knows
 * whom it talks to.
 */
public final class SelfSignedCertificate {
    static final String ALIAS = "faceline";
    /** The format wants one. What guards the key is that its file is the owner's alone. */
    static final String PASSWORD = "faceline";

    private final KeyStore keys;
    private final X509Certificate certificate;

    private SelfSignedCertificate(KeyStore keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** @throws SettingsException when the file is not one that {@link Keytool} made */
    static SelfSignedCertificate read(Path file) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return new SelfSignedCertificate(keys, certificate);
            }
            throw new SettingsException(file + " holds no certificate of faceline; delete it to have a new one made");
        } catch (GeneralSecurityException | IOException e) {
            throw new SettingsException(file + " cannot be read; delete it to have a new one made", e);
        }
    }

    /** Whether it holds at that moment, for all of these names and addresses. */
    boolean isGood(Instant moment, Collection<String> hosts) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && moment.isBefore(certificate.getNotAfter().toInstant())
                && hosts().containsAll(
                                hosts.stream().map(NetworkAddresses::canonical).toList());
    }

    /** Names and addresses that it certifies. */
    Set<String> hosts() {
        try {
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> (String) name.get(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            throw new SettingsException("the certificate's names cannot be read", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** SHA-256, as browsers show it: {@code 0A:1B:…}. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server needs to show it. */
    public SSLContext tls() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot serve with the certificate that it made", e);
        }
    }
}
