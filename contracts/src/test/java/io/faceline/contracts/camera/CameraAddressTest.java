package io.faceline.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraAddressTest {
    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.7/stream1, RTSP, false",
        "rtsps://camera.local:322/x?channel=1&subtype=0, RTSP, true",
        "RTSP://[fd00::1]:8554/cam, RTSP, false",
        "http://10.0.0.7/video, HTTP, false",
        "https://10.0.0.7/snap.jpg, HTTP, true",
        "v4l2:///dev/video0, DEVICE, false",
        "file:///films/door.mp4, FILE, false"
    })
    void address_hasAKind(String address, CameraAddress.Kind kind, boolean isTls) {
        var camera = new CameraAddress(address);

        assertThat(camera.kind()).isEqualTo(kind);
        if (kind == CameraAddress.Kind.RTSP || kind == CameraAddress.Kind.HTTP) {
            assertThat(camera.isTls()).isEqualTo(isTls);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7",
                "ftp://10.0.0.7/x",
                "concat:a|b",
                "tcp://10.0.0.7:1",
                "rtsp:///stream1",
                "rtsp://10.0.0.7/a b",
                "file://host/films/door.mp4",
                "file:films/door.mp4",
                "rtsp://10.0.0.7/x#y"
            })
    void otherAddress_isRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CameraAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rtsp://admin:Canary7@10.0.0.7/x", "rtsp://admin:Canary7 @10.0.0.7/x", "rtsp://Canary7@h/x"})
    void credentials_areRefusedAndNotRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CameraAddress(address))
                .withMessageNotContaining("Canary7");
    }

    @Test
    void idOfACamera_isNoSourceOfAFeed() {
        assertThat(CameraId.parse("feed/door")).isEmpty();
        assertThat(new CameraId("door").session().isCamera()).isTrue();
    }
}
