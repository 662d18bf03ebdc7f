package io.faceline.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong options end the command before anything is started. */
class WatchOptionsTest {
    private static final String CAMERA = "rtsp://10.0.0.7/stream1";

    @ParameterizedTest
    @CsvSource({
        "--fps,31,--fps",
        "--rotate,45,--rotate",
        "--aspect,wide,--aspect",
        "--smallest-face,0,--smallest-face",
        "--threshold,1.5,--threshold",
        "--for,soon,--for",
        "--secret,DOOR_OF_NO_TEST,FACELINE_SECRET_DOOR_OF_NO_TEST",
        "--certificate,no-such.pem,--certificate"
    })
    void valueOutOfRange_isWrongUsage(String option, String value, String named) {
        CommandLineRun.of("watch", option, value, CAMERA).assertRefusedInOneLine(named);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://viewer:c4nary/x@10.0.0.7/s",
        "ftp://viewer:c4nary@10.0.0.7/s",
        "viewer:c4nary@10.0.0.7",
        "rtsp://viewer:c4nary@/s"
    })
    void wrongAddress_isWrongUsage_andNotRepeated(String address) {
        var run = CommandLineRun.of("watch", address);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("faceline: URL: ").doesNotContain("c4nary");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void severalAddresses_areNotRepeated() {
        var run = CommandLineRun.of("watch", CAMERA, "rtsp://viewer:c4nary@10.0.0.7/s");

        run.assertRefusedInOneLine("one address is needed");
        assertThat(run.err()).doesNotContain("c4nary");
    }
}
