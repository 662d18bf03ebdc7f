package io.faceline.api.cameras.definition;

import io.faceline.contracts.Checks;
import java.util.function.IntPredicate;

/** A user name and a password. No message and no text of it contains them. */
record Credentials(String user, String password) {
    private static final int MAX_USER = 100;
    private static final int MAX_PASSWORD = 500;

    Credentials {
        Checks.require(
                !user.isEmpty() && user.length() <= MAX_USER && isLine(user) && user.indexOf(':') < 0,
                "a camera's user name must have 1 to " + MAX_USER
                        + " characters, and neither a colon nor a line break");
        Checks.require(
                password.length() <= MAX_PASSWORD && isLine(password),
                "a camera's password must have at most " + MAX_PASSWORD + " characters, and no line break");
    }

    private static boolean isLine(String text) {
        IntPredicate isControl = Character::isISOControl;
        return text.chars().noneMatch(isControl);
    }

    /** As it is encrypted. */
    String text() {
        return user + ":" + password;
    }

    /** Omits both, so that they never appear in a log. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
