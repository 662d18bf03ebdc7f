package io.faceline.ingest.camera.open;

import io.faceline.contracts.Checks;

/**
 * The user name and the password for a camera. Its text shows neither.
 *
 * @param user without a colon
 */
public record Login(String user, String password) {
    public Login {
        Checks.require(user.indexOf(':') < 0, "a user name cannot contain a colon");
    }

    /** Of a user name, a colon and a password. */
    public static Login parse(String secret) {
        var colon = secret.indexOf(':');
        Checks.require(colon >= 0, "a camera's secret must be the user name, a colon and the password");
        return new Login(secret.substring(0, colon), secret.substring(colon + 1));
    }

    /** As {@link #parse} reads it. */
    public String reveal() {
        return user + ":" + password;
    }

    @Override
    public String toString() {
        return "Login[hidden]";
    }
}
