package io.faceline.cli.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedAddressTest {
    private static final String CANARY = "c4nary";

    @TempDir
    Path folder;

    @Test
    void credentials_endAtTheLastAtOfTheAuthority() {
        var typed = TypedAddress.of("rtsp://viewer:" + CANARY + "@x:1@10.0.0.7:554/stream1?a=b");

        assertThat(typed.address().value()).isEqualTo("rtsp://10.0.0.7:554/stream1?a=b");
        assertThat(typed.user()).contains("viewer");
        assertThat(typed.password()).contains(CANARY + "@x:1");
        assertThat(typed.toString()).doesNotContain(CANARY);
    }

    @Test
    void encodedCharacters_areDecoded() {
        var typed = TypedAddress.of("rtsp://Jos%C3%A9:p%40ss%2F+w@[::1]/");

        assertThat(typed.user()).contains("José");
        assertThat(typed.password()).contains("p@ss/+w");
        assertThat(typed.address().value()).isEqualTo("rtsp://[::1]/");
    }

    @Test
    void userAlone_hasNoPassword() {
        var typed = TypedAddress.of("https://viewer@cam.example/video");

        assertThat(typed.user()).contains("viewer");
        assertThat(typed.password()).isEmpty();
    }

    @Test
    void filmsAndDevices_areAddressesToo() throws IOException {
        var film = Files.createFile(folder.resolve("a film.mp4"));

        assertThat(TypedAddress.of(film.toString()).address().uri().getPath()).isEqualTo(film.toString());
        assertThat(TypedAddress.of("/dev/video0").address().value()).isEqualTo("v4l2:///dev/video0");
    }

    @Test
    void filmThatIsNotThere_isSaid_withoutRepeatingWhatWasTyped() {
        assertThatThrownBy(() -> TypedAddress.of("viewer:" + CANARY + "@10.0.0.7/stream1"))
                .hasMessageContaining("there is no such film")
                .hasMessageContaining("rtsp://")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void whatCouldBeReadInTwoWays_isRefused_withoutRepeatingIt() {
        assertThatThrownBy(() -> TypedAddress.of("rtsp://viewer:" + CANARY + "/x@10.0.0.7/s"))
                .hasMessageContaining("unclear which @")
                .hasMessageNotContaining(CANARY);
        assertThatThrownBy(() -> TypedAddress.of("rtsp://viewer:" + CANARY + "%@10.0.0.7/s"))
                .hasMessageContaining("unclear whether the %")
                .hasMessageNotContaining(CANARY);
        assertThatThrownBy(() -> TypedAddress.of("viewer:" + CANARY + "@10.0.0.7/s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(CANARY);
        assertThatThrownBy(() -> TypedAddress.of("rtsp://viewer:" + CANARY + "@not a host/s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(CANARY);
    }
}
