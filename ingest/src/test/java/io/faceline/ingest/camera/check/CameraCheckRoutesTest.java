package io.faceline.ingest.camera.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.ingest.camera.open.NetworkCameraOpener;
import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestServer;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraCheckRoutesTest {
    private static final String PATH = "/api/v1/cameras/check";
    private static final String ADMIN = "an-admin-token-of-tests";

    private TestServer server;

    @BeforeEach
    void start() {
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1), Optional.of(SessionKey.random())),
                any -> false);
        var opener = new NetworkCameraOpener(new CameraAddressSettings(false, Optional.empty()));
        server = new TestServer(
                new CameraCheckRoutes(access, new CameraCheck(opener), Runnable::run, InstantSource.system()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void check_isForTheAdmin() {
        assertThat(server.client()
                        .post(PATH, "{\"address\":\"rtsp://127.0.0.1/\"}")
                        .status())
                .isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp", "http", "https", "rtsps"})
    void forbiddenAddress_isSaidWithoutATryAndWithoutThePassword(String scheme) {
        var answer = check(
                "{\"address\":\"" + scheme + "://169.254.169.254/x\",\"user\":\"admin\",\"password\":\"Canary-7!\"}");

        assertThat(answer.expect(200).at("/condition")).isEqualTo("UNREACHABLE");
        assertThat(answer.at("/reason")).contains("FACELINE_CAMERA_LOCAL_ADDRESSES=true");
        assertThat(answer.json().at("/signInTries").asInt()).isZero();
        assertThat(answer.text()).doesNotContain("Canary");
    }

    @Test
    void film_isRefusedWithoutAFolder() {
        assertThat(check("{\"address\":\"file:///etc/passwd\"}").expect(200).at("/reason"))
                .contains("FACELINE_CAMERA_FILES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "no JSON",
                "{\"address\":1}",
                "{\"address\":\"ftp://camera/\"}",
                "{\"address\":\"rtsp://admin:Canary-7!@camera/\"}",
                "{\"address\":\"https://192.168.1.20/\",\"certificate\":\"none\"}",
                "{\"address\":\"http://192.168.1.20/\",\"user\":\"a:b\",\"password\":\"Canary-7!\"}"
            })
    void badBody_isRefused(String body) {
        var answer = check(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("Canary");
    }

    private HttpAnswer check(String body) {
        return server.client().as(ADMIN).post(PATH, body);
    }
}
