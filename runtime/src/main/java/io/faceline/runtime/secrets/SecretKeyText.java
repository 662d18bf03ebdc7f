package io.faceline.runtime.secrets;

import io.faceline.runtime.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that a setting gives: 32 bytes as base64, or any longer text, from which the same key is derived everywhere by
 * PBKDF2 (RFC 8018) with HMAC-SHA-256.
 */
final class SecretKeyText {
    private static final int KEY_BYTES = 32;
    private static final int MIN_LENGTH = 16;
    /** OWASP's Password Storage Cheat Sheet, 2023. */
    private static final int ITERATIONS = 600_000;
    /** One for all: two services derive the same key, and know nothing of each other but the text. */
    private static final byte[] SALT = "faceline secrets v1".getBytes(StandardCharsets.UTF_8);

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=|[A-Za-z0-9_-]{43}=?");

    private SecretKeyText() {}

    /** @throws SettingsException which does not contain the text */
    static SecretKey parse(String text) {
        if (BASE64.matcher(text).matches()) {
            var standard = text.replace('-', '+').replace('_', '/');
            return aes(Base64.getDecoder().decode(standard));
        }
        if (text.length() < MIN_LENGTH) {
            throw new SettingsException(SecretBox.SETTING + " must be 32 random bytes as base64, or a text of at least "
                    + MIN_LENGTH + " characters; make one with: openssl rand -base64 32");
        }
        return aes(derived(text));
    }

    private static SecretKey aes(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] derived(String text) {
        try {
            var spec = new PBEKeySpec(text.toCharArray(), SALT, ITERATIONS, KEY_BYTES * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        }
    }
}
