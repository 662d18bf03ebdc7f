package io.faceline.vision.image.annotate;

import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Writes a line of text. */
interface TextRenderer {
    /** No wider than allowed: in smaller letters, then cut off with an ellipsis; empty when not even that fits. */
    Optional<TextLabel> plate(String text, Label.Colour colour, int letterHeight, int maxWidth);

    /** The JDK's fonts, or OpenCV's where a machine has no font at all (a headless JDK without fontconfig). */
    static TextRenderer best() {
        return Best.LETTERING;
    }

    /** Asked once: loading fonts takes a tenth of a second. */
    final class Best {
        private static final TextRenderer LETTERING = choose();

        private Best() {}

        /** A missing font library shows itself as any of several errors, by JDK and by system. */
        private static TextRenderer choose() {
            try {
                var lettering = new FontTextRenderer();
                lettering.plate("A", Label.Colour.GREY, 20, 100);
                return lettering;
            } catch (RuntimeException | LinkageError | InternalError | java.awt.AWTError e) {
                LoggerFactory.getLogger(TextRenderer.class)
                        .warn("event=no_fonts action=plain_ascii_letters cause=\"{}\"", e.toString());
                return new StrokeTextRenderer();
            }
        }
    }
}
