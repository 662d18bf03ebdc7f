package io.faceline.contracts.person;

import java.util.Optional;

/** Validates the name of a person: any Unicode, but one visible line that reads the same wherever it is shown. */
public final class PersonName {
    private PersonName() {}

    /** Why the name is invalid, without repeating the name; empty if it is valid. */
    public static Optional<String> fault(String name) {
        if (name.codePoints().allMatch(PersonName::isInvisible)) {
            return Optional.of("a name must not be blank");
        }
        if (name.codePointCount(0, name.length()) > Person.MAX_NAME_LENGTH) {
            return Optional.of("a name must have at most " + Person.MAX_NAME_LENGTH + " characters");
        }
        if (name.codePoints().anyMatch(PersonName::isControl)) {
            return Optional.of("a name must be a single line without control characters");
        }
        return Optional.empty();
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // An unpaired surrogate, which cannot be encoded in UTF-8.
            case Character.SURROGATE -> true;
            default -> overridesDirection(character);
        };
    }

    /**
     * Whether the character overrides the text direction: "abc" would be displayed as "cba". Unicode UAX 9, section 2.
     */
    private static boolean overridesDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
