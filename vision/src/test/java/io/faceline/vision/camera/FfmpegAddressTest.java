package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FfmpegAddressTest {
    private static final FfmpegAddress ADDRESS = FfmpegAddress.rtsp(
            "rtsp://10.0.0.7:554/a?b=c",
            Optional.of(new FfmpegAddress.Login("joe admin", "p@ss:w0rd/?#%ü")),
            Optional.empty());

    @Test
    void credentials_areEncoded() {
        assertThat(ADDRESS.secretUrl())
                .isEqualTo("rtsp://joe%20admin:p%40ss%3Aw0rd%2F%3F%23%25%C3%BC@10.0.0.7:554/a?b=c");
    }

    @Test
    void text_hasNoCredentials() {
        assertThat(ADDRESS.toString()).isEqualTo("RTSP 10.0.0.7:554");
        assertThat(ADDRESS.login().toString()).doesNotContain("joe", "p@ss");
    }

    @Test
    void credentialsInTheUrl_areRefused() {
        assertThatThrownBy(() -> FfmpegAddress.rtsp("rtsp://joe:pw@10.0.0.7/", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void otherProtocols_areRefused() {
        assertThatThrownBy(() -> FfmpegAddress.rtsp("http://10.0.0.7/", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mask_takesOutAddressAndCredentials() {
        var mask = new Mask(ADDRESS);

        assertThat(mask.masked("No p@ss:w0rd/?#%ü for " + ADDRESS.secretUrl() + "\nat 10.0.0.7:554"))
                .doesNotContain("p@ss", "p%40ss", "joe", "10.0.0.7", "\n");
        assertThat(mask.target("rtsp://joe%20admin:x@10.0.0.7:554/other")).isEqualTo("rtsp://10.0.0.7:554/other");
        assertThat(mask.target("rtsp://10.0.0.8/p%40ss%3Aw0rd%2F%3F%23%25%C3%BC"))
                .isEqualTo("rtsp://10.0.0.8/…");
    }
}
