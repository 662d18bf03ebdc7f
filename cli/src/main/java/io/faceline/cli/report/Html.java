package io.faceline.cli.report;

import java.io.IOException;
import java.util.List;

/** A piece of a page, which is well-formed XML too. Text comes in as it is and goes out escaped. */
sealed interface Html permits Html.Text, Html.OwnText, Html.Pieces, Tag {
    void writeTo(Appendable out) throws IOException;

    static Html text(String text) {
        return new Text(text);
    }

    static Html all(List<? extends Html> pieces) {
        return new Pieces(List.copyOf(pieces));
    }

    static Html nothing() {
        return all(List.of());
    }

    /** Several pieces one after the other. */
    record Pieces(List<Html> pieces) implements Html {
        @Override
        public void writeTo(Appendable out) throws IOException {
            for (var piece : pieces) {
                piece.writeTo(out);
            }
        }
    }

    /** What people wrote; it never becomes markup. */
    record Text(String text) implements Html {
        @Override
        public void writeTo(Appendable out) throws IOException {
            escape(text, out);
        }
    }

    /** Goes out as it is: for our own style sheet, which browsers take by the letter. Without &lt; and &amp;. */
    record OwnText(String text) implements Html {
        @Override
        public void writeTo(Appendable out) throws IOException {
            out.append(text);
        }
    }

    /** For text and for quoted attributes alike. What XML cannot hold becomes the replacement character. */
    static void escape(String text, Appendable out) throws IOException {
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isWritable(character) ? Character.toString(character) : "\uFFFD");
            }
        }
    }

    private static boolean isWritable(int character) {
        var isLoneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        var isControl = Character.isISOControl(character) && character != '\n' && character != '\t';
        return !isLoneSurrogate && !isControl && (character & 0xFFFE) != 0xFFFE;
    }
}
