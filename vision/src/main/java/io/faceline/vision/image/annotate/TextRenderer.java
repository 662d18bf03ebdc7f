package io.faceline.vision.image.annotate;

import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Renders a line of text. */
interface TextRenderer {
    /** Renders a text within the maximum width: reduces the size, then truncates; empty if not even that fits. */
    Optional<TextLabel> render(String text, Label.Colour colour, int letterHeight, int maxWidth);

    /** The JDK's fonts, or OpenCV's if the machine has no fonts (a headless JDK without fontconfig). */
    static TextRenderer best() {
        return Best.RENDERER;
    }

    /** Chosen once: loading fonts takes a tenth of a second. */
    final class Best {
        private static final TextRenderer RENDERER = choose();

        private Best() {}

        /** Depending on the JDK and the system, a missing font library causes different errors. */
        private static TextRenderer choose() {
            try {
                var renderer = new FontTextRenderer();
                renderer.render("A", Label.Colour.GREY, 20, 100);
                return renderer;
            } catch (RuntimeException | LinkageError | InternalError | java.awt.AWTError e) {
                LoggerFactory.getLogger(TextRenderer.class)
                        .warn("event=fonts_missing fallback=ascii cause=\"{}\"", e.toString());
                return new StrokeTextRenderer();
            }
        }
    }
}
