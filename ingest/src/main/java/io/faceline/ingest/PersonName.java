package io.faceline.ingest;

import io.faceline.contracts.Person;
import io.faceline.runtime.ProblemException;

/** What a person may be called: any writing of the world, on one line, and nothing that turns the line around. */
final class PersonName {
    private PersonName() {}

    /** @return the name without blanks around it */
    static String check(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new ProblemException(422, "BAD_NAME", "there is no name: send one as \"name\"");
        }
        if (stripped.codePointCount(0, stripped.length()) > Person.MAX_NAME_LENGTH) {
            throw new ProblemException(
                    422, "BAD_NAME", "the name is longer than " + Person.MAX_NAME_LENGTH + " characters");
        }
        if (stripped.codePoints().anyMatch(PersonName::isControl)) {
            throw new ProblemException(422, "BAD_NAME", "the name has control characters: leave them out");
        }
        return stripped;
    }

    /** Also the marks that turn what follows them around, with which a name could pass for another. */
    private static boolean isControl(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(point) == Character.SURROGATE
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
