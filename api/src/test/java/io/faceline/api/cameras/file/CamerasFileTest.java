package io.faceline.api.cameras.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraSignIn;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamerasFileTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final CamerasFile file = new CamerasFile(3);

    @Test
    void cameras_areRead_andEveryValueIsAText() {
        var cameras = file.read("""
                cameras:
                  door:
                    name: 123
                    address: rtsp://10.0.0.7/stream1
                    secret: DOOR
                    fps: 2.5
                    enabled: false
                    rotate: 90
                    smallestFace:
                    hours:
                      zone: Europe/Berlin
                      open:
                        - {days: [MONDAY], from: 08:00, to: 18:00}
                    ignored:
                      - box: {x: 0.1, y: 0.1, w: 0.2, h: 0.2}
                        faces: false
                  yard: {address: http://10.0.0.8/video}
                """, NOW);

        var door = cameras.get("door");
        assertThat(door.name()).isEqualTo("123");
        assertThat(door.signIn()).isEqualTo(CameraSignIn.ofSecret("DOOR"));
        assertThat(door.framesPerSecond()).isEqualTo(2.5);
        assertThat(door.enabled()).isFalse();
        assertThat(door.rotate()).isEqualTo(90);
        assertThat(door.smallestFace()).isNull();
        assertThat(door.hours().include(Instant.parse("2026-11-30T07:00:00Z"))).isTrue();
        assertThat(door.ignored()).singleElement().matches(area -> area.motion() && !area.faces());
        assertThat(door.origin()).isEqualTo(CameraOrigin.FILE);
        assertThat(cameras.get("yard").name()).isEqualTo("yard");
    }

    @Test
    void fileWithoutCameras_isFine() {
        assertThat(file.read("cameras:\n", NOW)).isEmpty();
        assertThat(file.read("cameras: {}", NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "door: {address: rtsp://10.0.0.7/x}",
                "cameras: [a, b]",
                "cameras:\n  door: Canary7",
                "cameras:\n  door: {address: rtsp://admin:Canary7@10.0.0.7/x}",
                "cameras:\n  door: {address: rtsp://10.0.0.7/x, user: admin, password: Canary7}",
                "cameras:\n  door: {address: rtsp://10.0.0.7/x, fps: fast}",
                "cameras:\n  door: {address: rtsp://10.0.0.7/x, enabled: no}",
                "cameras:\n  Door: {address: rtsp://10.0.0.7/x}",
                "cameras:\n  door: {address: rtsp://10.0.0.7/x}\n  door: {address: rtsp://Canary7/x}",
                "cameras:\n  door: {address: rtsp://10.0.0.7/x, password: [Canary7",
                "cameras: {a: &a {name: *a, address: rtsp://Canary7}}",
                "cameras: !!java.net.URL [http://Canary7]",
                "cameras: {a: {address: rtsp://h/x}, b: {address: rtsp://h/x}, c: {address: rtsp://h/x}, d: {address: rtsp://h/x}}"
            })
    void brokenFile_isRefused_andItsValuesAreNotRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read(text, NOW))
                .withMessageNotContaining("Canary7");
    }

    @Test
    void brokenFile_saysWhatIsWrongWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read("cameras:\n  door: {address: rtsp://10.0.0.7/x, fps: fast}", NOW))
                .withMessage("camera \"door\": framesPerSecond: it must be a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read("cameras:\n  door: [", NOW))
                .withMessage("it is no YAML, see line 2");
    }
}
