package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the user name and the password of a camera are found, never these themselves. Either is set. What is found is the
 * user name, a colon and the password.
 *
 * @param secret name of a secret of the installation: upper-case letters, digits and underscores
 * @param encrypted the text, encrypted with {@code FACELINE_SECRET_KEY} for this camera
 */
public record CameraSignIn(
        @OmittedIfAbsent @Nullable String secret,
        @OmittedIfAbsent @Nullable String encrypted) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
    private static final int MAX_ENCRYPTED = 2000;

    public CameraSignIn {
        Checks.require(
                (secret == null) != (encrypted == null), "credentials are either the name of a secret or encrypted");
        Checks.require(
                secret == null || NAME.matcher(secret).matches(),
                "the name of a secret must be upper-case letters, digits and underscores");
        Checks.require(encrypted == null || encrypted.length() <= MAX_ENCRYPTED, "encrypted credentials are too long");
    }

    public static CameraSignIn ofSecret(String name) {
        return new CameraSignIn(name, null);
    }

    public static CameraSignIn ofEncrypted(String text) {
        return new CameraSignIn(null, text);
    }
}
