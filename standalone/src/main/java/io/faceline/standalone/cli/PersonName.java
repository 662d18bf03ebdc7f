package io.faceline.standalone.cli;

import io.faceline.contracts.Person;

/** What a person may be called: any Unicode, but a line that says something. */
final class PersonName {
    private PersonName() {}

    static void check(String name) {
        if (name.isBlank()) {
            throw CommandFailure.wrongUsage("a name must not be blank");
        }
        if (name.codePointCount(0, name.length()) > Person.MAX_NAME_LENGTH) {
            throw CommandFailure.wrongUsage("a name has at most " + Person.MAX_NAME_LENGTH + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw CommandFailure.wrongUsage("a name is one line without control characters");
        }
    }
}
