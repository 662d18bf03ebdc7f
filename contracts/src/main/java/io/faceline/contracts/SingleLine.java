package io.faceline.contracts;

/** Which characters may stand in a line that is shown among others, such as a name or a title. */
public final class SingleLine {
    private SingleLine() {}

    /** Whether the character neither controls, nor breaks the line, nor changes the direction of the text around it. */
    public static boolean allows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // Half a character, which no record can hold.
            case Character.SURROGATE -> false;
            default -> !isBidiControl(codePoint);
        };
    }

    /** Whether it changes the direction of all that follows: "cba" would be read where "abc" is stored. Unicode UAX 9, 2. */
    private static boolean isBidiControl(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
