package io.faceline.vision.image.annotate;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;

/**
 * Renders text with Java2D and the logical font, which takes each letter from an installed font that has it; supports
 * right-to-left.
 */
final class FontTextRenderer implements TextRenderer {
    private static final int MIN_LETTER_PIXELS = 10;
    private static final double SHRINK = 0.85;
    private static final String ELLIPSIS = "…";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    @Override
    public Optional<TextLabel> render(String text, Label.Colour colour, int letterHeight, int maxWidth) {
        double size = letterHeight;
        while (size > MIN_LETTER_PIXELS && width(text, size) > maxWidth) {
            size *= SHRINK;
        }
        var fitting = fitting(text, size, maxWidth);
        return fitting.isEmpty() ? Optional.empty() : Optional.of(draw(fitting, size, colour));
    }

    /** The text, truncated with an ellipsis if it is too wide. */
    private static String fitting(String text, double size, int maxWidth) {
        var fitting = text;
        var letters = text.codePointCount(0, text.length());
        while (width(fitting, size) > maxWidth) {
            if (--letters < 1) {
                return "";
            }
            fitting = text.substring(0, text.offsetByCodePoints(0, letters)).strip() + ELLIPSIS;
        }
        return fitting;
    }

    private static TextLayout layout(String text, double size) {
        return new TextLayout(text, new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size), CONTEXT);
    }

    private static int padding(double size) {
        return Math.max(2, (int) Math.round(size / 4));
    }

    private static int width(String text, double size) {
        return (int) Math.ceil(layout(text, size).getAdvance()) + 2 * padding(size);
    }

    private static TextLabel draw(String text, double size, Label.Colour colour) {
        var layout = layout(text, size);
        var padding = padding(size);
        var width = width(text, size);
        var height = (int) Math.ceil(layout.getAscent() + layout.getDescent()) + padding;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(colour.rgb()));
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(colour.textRgb()));
        layout.draw(graphics, padding, padding / 2f + layout.getAscent());
        graphics.dispose();
        return new TextLabel(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
