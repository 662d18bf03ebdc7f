package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.certificate.CameraTls;
import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras behind TLS, whose certificates are what cameras have. */
class TlsCamerasTest {
    private static final Login LOGIN = new Login("admin", "secret");

    @TempDir
    static Path folder;

    private final List<byte[]> pictures = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"self", "wrongname", "expired"})
    void acceptedCertificate_isEnough(String kind) throws Exception {
        try (var camera = snapshots();
                var tls = tls(camera, kind)) {
            var shown = look(tls);
            CameraTls.requireAccepted(shown, Optional.of(shown.pem()));

            try (var reading = reading(tls, shown)) {
                assertThat(reading.ask()).isEqualTo(HttpReading.End.ONE_PICTURE);
            }

            assertThat(pictures).hasSize(1);
            assertThat(tls.log()).contains(shown.fingerprint());
        }
    }

    @Test
    void anotherCertificate_isSentNoRequest() throws Exception {
        try (var camera = snapshots();
                var tls = tls(camera, "self");
                var other = tls(camera, "self")) {
            var accepted = look(other);

            try (var reading = reading(tls, accepted)) {
                var refused = catchThrowableOfType(CameraException.class, reading::ask);

                assertThat(refused.fault()).isEqualTo(CameraFault.UNAUTHORIZED);
                assertThat(refused)
                        .hasMessageContaining("another certificate")
                        .hasMessageContaining(look(tls).fingerprint());
            }
            assertThat(camera.log()).doesNotContain("/snap.jpg");
        }
    }

    @Test
    void certificateThatNobodyAccepted_isShown() throws Exception {
        try (var camera = snapshots();
                var tls = tls(camera, "self")) {
            var shown = look(tls);

            var refused = catchThrowableOfType(
                    CameraException.class, () -> CameraTls.requireAccepted(shown, Optional.empty()));

            assertThat(refused.fault()).isEqualTo(CameraFault.UNAUTHORIZED);
            assertThat(refused).hasMessageContaining(shown.fingerprint());
        }
    }

    @Test
    void oldTls_isSaid() throws Exception {
        try (var camera = snapshots();
                var tls = tls(camera, "old")) {
            var refused = catchThrowableOfType(CameraException.class, () -> look(tls));

            assertThat(refused.fault()).isEqualTo(CameraFault.UNREACHABLE);
            assertThat(refused).hasMessageContaining("TLS is too old");
        }
    }

    private static ScriptedCamera snapshots() throws IOException {
        return ScriptedCamera.start(
                "snapshot.py", folder, List.of(ScriptedCamera.clip(folder).toString(), "digest", "ok"));
    }

    private static ScriptedCamera tls(ScriptedCamera camera, String kind) throws IOException {
        return ScriptedCamera.start("tls.py", folder, List.of("" + camera.port(), kind));
    }

    private static ShownCertificate look(ScriptedCamera tls) throws CameraException {
        return CameraTls.look(new InetSocketAddress(InetAddress.getLoopbackAddress(), tls.port()), "camera.test");
    }

    private HttpReading reading(ScriptedCamera tls, ShownCertificate accepted) {
        var uri = URI.create("https://camera.test:" + tls.port() + "/snap.jpg");
        return new HttpReading(
                new HttpTarget(uri, InetAddress.getLoopbackAddress(), Optional.of(accepted)),
                new HttpSignIn(Optional.of(LOGIN)),
                (jpeg, arrivedAt) -> pictures.add(jpeg),
                InstantSource.system());
    }
}
