package io.faceline.cli.up;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code of a short text for terminals; each character shows two modules, one above the other. */
public final class QrCode {
    /** The light border that readers need to find the code. */
    static final int QUIET_MODULES = 4;

    private static final byte DARK = 1;
    /** From the 256-colour palette, as users may redefine the first sixteen colours. */
    private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

    private static final String RESET = "\u001b[0m";

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("text too long for a QR code: " + text, e);
        }
    }

    /** Whether the charset can encode the characters of the drawing. */
    public static boolean isWritable(Charset charset) {
        return charset.newEncoder().canEncode("▀▄█");
    }

    /** Lines with explicit colours, for a terminal. */
    public List<String> colouredLines() {
        return lines().stream().map(line -> BLACK_ON_WHITE + line + RESET).toList();
    }

    /** Lines without colours, for a light background. */
    public List<String> lines() {
        return IntStream.iterate(-QUIET_MODULES, y -> y < modules.getHeight() + QUIET_MODULES, y -> y + 2)
                .mapToObj(this::line)
                .toList();
    }

    private String line(int y) {
        return IntStream.range(-QUIET_MODULES, modules.getWidth() + QUIET_MODULES)
                .mapToObj(x -> character(isDark(x, y), isDark(x, y + 1)))
                .collect(Collectors.joining());
    }

    private static String character(boolean isUpperDark, boolean isLowerDark) {
        if (isUpperDark) {
            return isLowerDark ? "█" : "▀";
        }
        return isLowerDark ? "▄" : " ";
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == DARK;
    }
}
