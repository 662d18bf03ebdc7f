package io.faceline.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedAddressTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rtsp://admin:secret@10.0.0.7/stream1, rtsp://10.0.0.7/stream1, admin, secret",
                "rtsp://admin:p@ss:w0rd!^[@10.0.0.7:554/x?channel=1, rtsp://10.0.0.7:554/x?channel=1, admin, p@ss:w0rd!^[",
                "rtsp://admin:p%40ss%3Aw0rd%2F%3F%23%25@10.0.0.7/x, rtsp://10.0.0.7/x, admin, p@ss:w0rd/?#%",
                "rtsp://admin:123456@10.0.0.7/x, rtsp://10.0.0.7/x, admin, 123456",
                "rtsp://j%C3%BCrgen:a+b@[fd00::1]:8554/x, rtsp://[fd00::1]:8554/x, jürgen, a+b",
                "rtsp://admin:grün😀@camera.local/x, rtsp://camera.local/x, admin, grün😀",
                "\" http://admin@10.0.0.7/video \", http://10.0.0.7/video, admin, \"\""
            })
    void credentials_areTakenOut(String pasted, String address, String user, String password) {
        var apart = PastedAddress.of(pasted);

        assertThat(apart.address().value()).isEqualTo(address);
        assertThat(apart.user()).contains(user);
        assertThat(apart.password().orElse("")).isEqualTo(password);
        assertThat(apart).hasToString(address);
    }

    @Test
    void addressWithoutCredentials_staysAsItIs() {
        assertThat(PastedAddress.of("file:///films/door.mp4").address().value()).isEqualTo("file:///films/door.mp4");
        assertThat(PastedAddress.of("rtsp://10.0.0.7/a?b=c").user()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:Canary7/x@10.0.0.7/stream1",
                "rtsp://admin:12/Canary7@10.0.0.7/stream1",
                "rtsp://admin:Canary7?@10.0.0.7/stream1",
                "rtsp://admin:Canary7#1@10.0.0.7/stream1",
                "rtsp://admin:100%zCanary7@10.0.0.7/stream1",
                "rtsp://:Canary7@10.0.0.7/stream1",
                "rtsp:admin:Canary7@10.0.0.7",
                "admin:Canary7@10.0.0.7",
                "ftp://admin:Canary7@10.0.0.7",
                "http://10.0.0.7/snap?user=admin&password=Canary7",
                "rtsp://10.0.0.7/user=admin_password=Canary7_channel=1_stream=0.sdp"
            })
    void whatIsUnclear_isRefused_andNotRepeated(String pasted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PastedAddress.of(pasted))
                .withMessageNotContaining("Canary7");
    }
}
