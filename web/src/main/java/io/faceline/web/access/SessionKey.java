package io.faceline.web.access;

import io.faceline.runtime.settings.SettingsException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that proves that a server made the secret of a session, so that no list of sessions is needed. A secret is
 * {@code fls_} and base64url of 32 random bytes and the first 16 bytes of their HMAC-SHA256 (RFC 2104): 48 bytes, so that no
 * other text stands for the same bytes. Further keys prove older secrets only, for the time of a change of the key.
 * Thread-safe.
 */
public final class SessionKey {
    /** The setting. */
    public static final String SETTING = "FACELINE_SESSION_KEY";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int RANDOM_BYTES = 32;
    private static final int MAC_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "fls_";
    private static final Pattern FORMAT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{64}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{43}=?");

    private final List<SecretKeySpec> keys;

    private SessionKey(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Parses the setting: keys of 32 bytes, each as 64 hexadecimal digits or as base64url, separated by commas. The first
     * makes secrets, all prove them.
     *
     * @throws SettingsException which does not contain the text
     */
    public static SessionKey parse(String text) {
        return new SessionKey(Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(SessionKey::keyOf)
                .toList());
    }

    /** A new key as text, for {@link #parse}. */
    public static String newText() {
        return HexFormat.of().formatHex(randomBytes(KEY_BYTES));
    }

    /** A new key, which ends with the process. */
    public static SessionKey random() {
        return parse(newText());
    }

    /** Creates a secret, and thereby a new session. */
    public SessionSecret create() {
        var random = randomBytes(RANDOM_BYTES);
        var bytes = Arrays.copyOf(random, RANDOM_BYTES + MAC_BYTES);
        System.arraycopy(mac(keys.get(0), random), 0, bytes, RANDOM_BYTES, MAC_BYTES);
        return new SessionSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret in this text; empty unless it was made with one of the keys. */
    public Optional<SessionSecret> proven(String text) {
        return FORMAT.matcher(text).matches() && isProven(text)
                ? Optional.of(new SessionSecret(text))
                : Optional.empty();
    }

    private boolean isProven(String text) {
        var bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        var random = Arrays.copyOf(bytes, RANDOM_BYTES);
        var proof = Arrays.copyOfRange(bytes, RANDOM_BYTES, bytes.length);
        // In constant time, which protects against timing attacks.
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(mac(key, random), proof));
    }

    private static byte[] mac(SecretKeySpec key, byte[] random) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(random), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec keyOf(String text) {
        if (HEX.matcher(text).matches()) {
            return new SecretKeySpec(HexFormat.of().parseHex(text), ALGORITHM);
        }
        if (BASE64URL.matcher(text).matches()) {
            return new SecretKeySpec(Base64.getUrlDecoder().decode(text), ALGORITHM);
        }
        // The value must not appear in a log.
        throw new SettingsException(
                SETTING + " must be 32 random bytes as 64 hexadecimal digits or as base64url, or several"
                        + " such keys separated by commas; make one with: openssl rand -hex 32");
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Omits the keys, so that they never appear in a log. */
    @Override
    public String toString() {
        return "SessionKey[…]";
    }
}
