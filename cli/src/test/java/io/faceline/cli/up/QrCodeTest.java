package io.faceline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final int PIXELS = 4;
    private static final int WHITE = 0xFFFFFF;

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.7:7860/", "https://192.168.100.123:65535/", "https://[fd00::2]:7860/"})
    void printedAddress_isReadByACamera(String address) throws Exception {
        assertThat(read(QrCode.of(address).lines())).isEqualTo(address);
    }

    @Test
    void terminals_areToldWhatIsBlackAndWhite() {
        var code = QrCode.of("https://10.0.0.7:7860/");

        assertThat(code.colouredLines())
                .containsExactlyElementsOf(code.lines().stream()
                        .map(line -> "\u001b[38;5;16;48;5;231m" + line + "\u001b[0m")
                        .toList());
    }

    @Test
    void code_hasAQuietZoneAllAround() {
        var lines = QrCode.of("https://10.0.0.7:7860/").lines();

        var quiet = " ".repeat(QrCode.QUIET_MODULES);
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith(quiet).endsWith(quiet));
        assertThat(lines.subList(0, QrCode.QUIET_MODULES / 2)).allMatch(String::isBlank);
        assertThat(lines.subList(lines.size() - QrCode.QUIET_MODULES / 2, lines.size()))
                .allMatch(String::isBlank);
    }

    @Test
    void charactersAreMissing_inAscii() {
        assertThat(QrCode.isWritable(StandardCharsets.UTF_8)).isTrue();
        assertThat(QrCode.isWritable(StandardCharsets.US_ASCII)).isFalse();
    }

    private static String read(List<String> lines) throws Exception {
        var width = lines.get(0).length() * PIXELS;
        var height = lines.size() * 2 * PIXELS;
        var pixels = new int[width * height];
        Arrays.setAll(pixels, i -> isDark(lines, i % width / PIXELS, i / width / PIXELS) ? 0 : WHITE);
        var picture = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    private static boolean isDark(List<String> lines, int x, int y) {
        var character = lines.get(y / 2).charAt(x);
        return character == '█' || character == (y % 2 == 0 ? '▀' : '▄');
    }
}
