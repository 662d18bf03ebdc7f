package io.faceline.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CertificateStoreTest {
    private static final Clock NOW = Clock.systemUTC();
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "192.168.1.23");

    @TempDir
    Path folder;

    @Test
    void certificate_isAsBrowsersWantIt() throws Exception {
        var made = open(NOW, HOSTS).certificate();

        made.verify(made.getPublicKey());
        assertThat(made.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(((ECPublicKey) made.getPublicKey()).getParams().getOrder().bitLength())
                .isEqualTo(256);
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.getBasicConstraints()).as("is no authority").isEqualTo(-1);
        assertThat(Duration.between(
                        made.getNotBefore().toInstant(), made.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
        assertThat(made.getNotBefore().toInstant())
                .isCloseTo(Instant.now().minus(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void certificate_namesItsHosts() {
        var made = open(NOW, List.of("localhost", "127.0.0.1", "box.lan", "fd00::2"));

        assertThat(made.hosts()).containsExactlyInAnyOrder("localhost", "127.0.0.1", "box.lan", "fd00:0:0:0:0:0:0:2");
        assertThat(open(NOW, List.of("fd00::2")).fingerprint()).isEqualTo(made.fingerprint());
    }

    @Test
    void certificate_isKept_forItsOwnerAlone() throws Exception {
        var first = open(NOW, HOSTS);
        var second = open(NOW, List.of("localhost"));

        assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("https.p12"));
        assertThat(Files.list(folder)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("https.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void certificateIsMadeAnew_expired() {
        var old = open(Clock.offset(NOW, Duration.ofDays(-397)), HOSTS);

        var fresh = open(NOW, HOSTS);

        assertThat(old.certificate().getNotAfter()).isBefore(Instant.now());
        assertThat(fresh.fingerprint()).isNotEqualTo(old.fingerprint());
        assertThat(fresh.isValid(Instant.now(), HOSTS)).isTrue();
    }

    @Test
    void certificateIsMadeAnew_atANewAddress() {
        var here = open(NOW, HOSTS);

        var there = open(NOW, List.of("localhost", "10.0.0.7"));

        assertThat(there.fingerprint()).isNotEqualTo(here.fingerprint());
        assertThat(there.hosts()).containsExactlyInAnyOrder("localhost", "10.0.0.7");
    }

    @Test
    void fileThatIsNone_isNotOverwritten() throws Exception {
        Files.writeString(folder.resolve("https.p12"), "mine");

        assertThatThrownBy(() -> open(NOW, HOSTS))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("https.p12")
                .hasMessageContaining("delete it");
        assertThat(folder.resolve("https.p12")).hasContent("mine");
    }

    @Test
    void hostThatIsNone_isTold() {
        assertThatThrownBy(() -> open(NOW, List.of("no host")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no host");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void passingCertificate_leavesNothingBehind() {
        var ephemeral = CertificateStore.ephemeral(HOSTS);

        assertThat(ephemeral.isValid(Instant.now(), HOSTS)).isTrue();
        assertThat(ephemeral.tls().getSupportedSSLParameters().getProtocols()).contains("TLSv1.3");
    }

    private SelfSignedCertificate open(Clock clock, List<String> hosts) {
        return new CertificateStore(folder, clock).certificateFor(hosts);
    }
}
