package io.faceline.contracts;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text of others, such as names of files and people, in the form in which a terminal may show it: in one line, without
 * characters that control the terminal or change the direction of text.
 */
public final class Shown {
    private Shown() {}

    /**
     * The text with every character that {@link SingleLine} does not allow as the escape {@code \\uXXXX}, which is that
     * of JSON too: a line of JSON keeps its meaning.
     */
    public static String of(Object text) {
        var all = String.valueOf(text);
        if (all.codePoints().allMatch(SingleLine::allows)) {
            return all;
        }
        var shown = new StringBuilder();
        all.codePoints().forEach(character -> append(character, shown));
        return shown.toString();
    }

    /** The same for text of several lines, such as a message with commands to copy. */
    public static String lines(String text) {
        return text.lines().map(Shown::of).collect(Collectors.joining("\n"));
    }

    private static void append(int character, StringBuilder shown) {
        if (SingleLine.allows(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append(String.format(Locale.ROOT, "\\u%04x", character));
        }
    }
}
