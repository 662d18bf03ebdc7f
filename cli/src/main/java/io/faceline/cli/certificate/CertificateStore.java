package io.faceline.cli.certificate;

import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Stores the {@link SelfSignedCertificate} of a machine, so that a phone accepts it only once. Creates a new one when
 * it has expired or lacks an address of the machine.
 */
public final class CertificateStore {
    private static final String FILE = "https.p12";
    /** Tolerates clocks that are behind. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    /** Browsers accept at most 398. */
    private static final long VALIDITY_DAYS = 397;

    private final Path folder;
    private final Clock clock;

    public CertificateStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param hosts names and addresses that the certificate must cover
     * @throws SettingsException when it can neither be read nor created
     */
    public SelfSignedCertificate certificateFor(List<String> hosts) {
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            var stored = SelfSignedCertificate.read(file);
            if (stored.isValid(clock.instant(), hosts)) {
                return stored;
            }
        }
        return create(file, hosts);
    }

    /** Creates a certificate without storing it. */
    public static SelfSignedCertificate ephemeral(List<String> hosts) {
        try {
            var folder = Files.createTempDirectory("faceline-certificate");
            var certificate = new CertificateStore(folder, Clock.systemUTC()).certificateFor(hosts);
            Files.delete(folder.resolve(FILE));
            Files.delete(folder);
            return certificate;
        } catch (IOException e) {
            throw new SettingsException("the certificate cannot be created: " + e.getMessage(), e);
        }
    }

    private SelfSignedCertificate create(Path file, List<String> hosts) {
        try {
            // A private folder, as the file is readable by others at first.
            var privateFolder = Files.createTempDirectory(OwnerOnly.newFolder(folder), "certificate");
            var created = privateFolder.resolve(FILE);
            try {
                var start = clock.instant().minus(CLOCK_SKEW);
                Keytool.makeCertificate(
                        created,
                        SelfSignedCertificate.ALIAS,
                        SelfSignedCertificate.PASSWORD,
                        hosts,
                        start,
                        VALIDITY_DAYS);
                OwnerOnly.restrict(created);
                Files.move(created, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(created);
                Files.delete(privateFolder);
            }
            return SelfSignedCertificate.read(file);
        } catch (IOException e) {
            throw new SettingsException("the certificate cannot be stored in " + folder + ": " + e.getMessage(), e);
        }
    }
}
