package io.faceline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.certificate.CertificateStore;
import io.faceline.cli.certificate.SelfSignedCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhoneAccessMessageTest {
    private static SelfSignedCertificate certificate;

    @BeforeAll
    static void make() {
        certificate = CertificateStore.ephemeral(List.of("localhost"));
    }

    @Test
    void loopback_saysHowToLetAPhoneIn() {
        var said = said("127.0.0.1");

        assertThat(said).contains("--host 0.0.0.0", certificate.fingerprint()).doesNotContain("from other machines");
        assertThat(said.lines()).hasSize(3);
    }

    @Test
    void reachableHost_isTold() {
        assertThat(said("192.168.1.23"))
                .contains("from other machines: https://192.168.1.23:7860/", certificate.fingerprint())
                .doesNotContain("--host");
    }

    private static String said(String host) {
        var out = new StringWriter();
        PhoneAccessMessage.print(new ServerAddress("https", host, 7860), certificate, new PrintWriter(out));
        return out.toString();
    }
}
