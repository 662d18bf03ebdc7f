package io.faceline.contracts.person;

import io.faceline.contracts.SingleLine;
import java.util.Optional;

/** Validates the name of a person: any Unicode, but one visible line that reads the same wherever it is shown. */
public final class PersonName {
    /** In characters, of which some take two places of a string. */
    public static final int MAX_LENGTH = 200;

    private PersonName() {}

    /** Why the name is invalid, without repeating the name; empty if it is valid. */
    public static Optional<String> fault(String name) {
        if (name.codePoints().allMatch(PersonName::isInvisible)) {
            return Optional.of("a name must not be blank");
        }
        if (isTooLong(name)) {
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
