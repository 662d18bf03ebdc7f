package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is found, never the secret itself. Either is set.
 *
 * @param secret name of a secret of the installation: upper-case letters, digits and underscores
 * @param encrypted the text, encrypted with {@code FACELINE_SECRET_KEY} for this receiver
 */
public record StoredSecret(
        @OmittedIfAbsent @Nullable String secret,
        @OmittedIfAbsent @Nullable String encrypted) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
    private static final int MAX_ENCRYPTED = 2000;

    public StoredSecret {
        Checks.require((secret == null) != (encrypted == null), "a secret is either named or encrypted");
        Checks.require(
                secret == null || NAME.matcher(secret).matches(),
                "the name of a secret must be upper-case letters, digits and underscores");
        Checks.require(encrypted == null || encrypted.length() <= MAX_ENCRYPTED, "an encrypted secret is too long");
    }

    public static StoredSecret named(String name) {
        return new StoredSecret(name, null);
    }

    public static StoredSecret ofEncrypted(String text) {
        return new StoredSecret(null, text);
    }
}
