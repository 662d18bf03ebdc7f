package io.faceline.contracts.person;

import io.faceline.contracts.SingleLine;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Validates the name of a person: any Unicode, but one visible line that reads the same wherever it is shown. */
public final class PersonName {
    /** In characters, of which some take two places of a string. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WITHOUT_WIDTH = Pattern.compile("\\p{Cf}");

    private PersonName() {}

    /**
     * The form in which names are stored and compared: without surrounding space, and in NFC, as "é" may come as one
     * character, or as two from the file system of a Mac.
     */
    public static String normal(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /**
     * The same for names that readers take for one: also without regard to case, to kind and number of spaces, and to
     * characters without a width.
     */
    public static String folded(String name) {
        var seen = WITHOUT_WIDTH.matcher(normal(name)).replaceAll("");
        return SPACES.matcher(seen).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Why the name is invalid, without repeating the name; empty if it is valid. */
    public static Optional<String> fault(String name) {
        if (name.codePoints().allMatch(PersonName::isInvisible)) {
            return Optional.of("a name must not be blank");
        }
        if (isTooLong(normal(name))) {
            return Optional.of("a name has at most " + MAX_LENGTH + " characters");
        }
        if (!name.codePoints().allMatch(SingleLine::allows)) {
            return Optional.of("a name is one line without control characters");
        }
        return Optional.empty();
    }

    static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > MAX_LENGTH;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
