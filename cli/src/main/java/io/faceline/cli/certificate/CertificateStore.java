package io.faceline.cli.certificate;

import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Where a machine keeps its {@link SelfSignedCertificate}: as long as it holds, a phone that once took it need not be asked again.
 * Made anew when it has expired, and when the machine has got a further address.
 */
public final class CertificateStore {
    private static final String FILE = "https.p12";
    /** Clocks differ. */
    private static final Duration BEFORE_NOW = Duration.ofDays(1);
    /** Browsers take none for more than 398. */
    private static final long DAYS = 397;

    private final Path folder;
    private final Clock clock;

    public CertificateStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param hosts names and addresses, which it must certify all
     * @throws SettingsException when it can neither be read nor made
     */
    public SelfSignedCertificate certificateFor(List<String> hosts) {
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            var kept = SelfSignedCertificate.read(file);
            if (kept.isGood(clock.instant(), hosts)) {
                return kept;
            }
        }
        return make(file, hosts);
    }

    /** One that is kept nowhere. */
    public static SelfSignedCertificate passing(List<String> hosts) {
        try {
            var folder = Files.createTempDirectory("faceline-certificate");
            var certificate = new CertificateStore(folder, Clock.systemUTC()).certificateFor(hosts);
            Files.delete(folder.resolve(FILE));
            Files.delete(folder);
            return certificate;
        } catch (IOException e) {
            throw new SettingsException("no certificate could be made: " + e.getMessage(), e);
        }
    }

    private SelfSignedCertificate make(Path file, List<String> hosts) {
        try {
            // Nobody else may look into this one; the file itself is everybody's at first.
            var closed = Files.createTempDirectory(Files.createDirectories(folder), "certificate");
            var made = closed.resolve(FILE);
            try {
                var start = clock.instant().minus(BEFORE_NOW);
                Keytool.makeCertificate(
                        made, SelfSignedCertificate.ALIAS, SelfSignedCertificate.PASSWORD, hosts, start, DAYS);
                keepFromOthers(made);
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
                Files.delete(closed);
            }
            return SelfSignedCertificate.read(file);
        } catch (IOException e) {
            throw new SettingsException("the certificate cannot be kept in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void keepFromOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
