package io.faceline.cli.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code of a short text for terminals: a character for two modules, one above the other. */
public final class QrCode {
    /** Light all around, without which readers do not find it. */
    static final int QUIET_MODULES = 4;

    private static final byte DARK = 1;
    /** Black on white of the 256 colours: the sixteen first ones are whatever the visitor made of them. */
    private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

    private static final String AS_BEFORE = "\u001b[0m";

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }

    /** Whether the characters it is drawn with can be written so. */
    public static boolean isWritable(Charset charset) {
        return charset.newEncoder().canEncode("▀▄█");
    }

    /** For a terminal, in colours of its own. */
    public List<String> colouredLines() {
        return lines().stream().map(line -> BLACK_ON_WHITE + line + AS_BEFORE).toList();
    }

    /** Black is what is drawn: right on a light ground. */
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
