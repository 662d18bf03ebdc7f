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
 * A key with a self-signed certificate. A browser warns once; comparing the fingerprint proves the identity of the server.
 */
public final class SelfSignedCertificate {
    static final String ALIAS = "faceline";
    /** Required by the format. The key is protected by the permissions of its file. */
    static final String PASSWORD = "faceline";

    private final KeyStore keys;
    private final X509Certificate certificate;

    private SelfSignedCertificate(KeyStore keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** @throws SettingsException when {@link Keytool} did not create the file */
    static SelfSignedCertificate read(Path file) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return new SelfSignedCertificate(keys, certificate);
            }
            throw new SettingsException(file + " holds no certificate of faceline; delete it to create a new one");
        } catch (GeneralSecurityException | IOException e) {
            throw new SettingsException(file + " cannot be read; delete it to create a new one", e);
        }
    }

    /** Whether it is valid at this time for all of these names and addresses. */
    boolean isValid(Instant moment, Collection<String> hosts) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && moment.isBefore(certificate.getNotAfter().toInstant())
                && hosts().containsAll(
                                hosts.stream().map(NetworkAddresses::canonical).toList());
    }

    /** The names and addresses that it covers. */
    Set<String> hosts() {
        try {
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> (String) name.get(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            throw new SettingsException("the names of the certificate cannot be read", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The SHA-256 fingerprint as browsers show it: {@code 0A:1B:…}. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The TLS context of a server with this certificate. */
    public SSLContext tls() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot serve with the certificate that it created", e);
        }
    }
}
